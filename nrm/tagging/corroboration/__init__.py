"""What a document claims about the list: pages in, claims and findings out, checked against listings."""
