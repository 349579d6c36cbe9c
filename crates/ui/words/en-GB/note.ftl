# Notes.
