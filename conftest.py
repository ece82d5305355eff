"""Which modules the doctests leave out: fitting needs the extra ``train``, which the tests do without."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("torch") and find_spec("onnx") else ["pipeline/sasil/training/*.py"]
