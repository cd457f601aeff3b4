"""The messaging protocol, message by message, as a client speaks it on bare sockets.

Every test runs against our kernel and against ipykernel, so that the suite itself is known to be right. Where ipykernel
rightly differs or lacks something, the test says so.
"""
