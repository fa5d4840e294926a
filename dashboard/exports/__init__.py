"""What leaves the product: tables as HTML, figures as CSV and JSON."""
