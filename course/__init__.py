"""Math to Code: the mathematics of AI training, as notebooks that grade themselves."""
