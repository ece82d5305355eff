"""Korean for spaCy: Kiwi as its tokenizer, and the pipeline of Sasil's components."""
