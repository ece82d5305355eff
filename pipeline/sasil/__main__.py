"""``python -m sasil``: the command line where its script is not on the path."""

from sasil.cli import main

if __name__ == "__main__":
    main()
