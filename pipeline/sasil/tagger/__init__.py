"""A trained tagger of names in KLUE-NER's convention (PS, OG, LC): tokens, features, network, labels."""
