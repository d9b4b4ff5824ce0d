"""What is run from the checkout: measuring, documents, material."""
