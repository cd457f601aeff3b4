// Theory
