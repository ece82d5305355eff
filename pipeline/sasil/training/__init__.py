"""How the tagger is made: KLUE-NER's TSV in, a folder of weights out; needs the extra ``sasil[train]`` (PyTorch)."""
