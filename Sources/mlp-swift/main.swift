print("mlp-swift")
