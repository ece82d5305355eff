"""What pyproject.toml cannot say: the weights lie in ``models/`` in the repository and in the package in a wheel."""

from pathlib import Path
from shutil import copy2

from setuptools import setup
from setuptools.command.build_py import build_py

MODELS = Path(__file__).parent / "models"
SHIPPED = ("model.json", "tables.npz", "network.onnx", "scores.json", "README.md")


class WithModels(build_py):
    """Copies the weights into the package; an editable install finds them in the repository."""

    def run(self) -> None:
        """Build the package, then put the weights into it."""
        super().run()
        if self.editable_mode:
            return
        for path in sorted(MODELS.glob("*/*")):
            if path.name in SHIPPED:
                target = Path(self.build_lib, "sasil", "models", path.parent.name)
                target.mkdir(parents=True, exist_ok=True)
                copy2(path, target)


setup(cmdclass={"build_py": WithModels})
