"""A kernel that is treated badly: by clients, by load, by interrupts, by the end of its surroundings.

Unlike the conformance suite these tests start the program themselves, for they read what it logs, what it holds in memory
and what it leaves behind.
"""
