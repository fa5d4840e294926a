"""`python -m dashboard` is the placeboard command."""

from dashboard.cli import main

main()
