//! Wexcombe, one invented borough: its families, its seeding through the use cases, its generators, its actors.
