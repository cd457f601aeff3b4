// JupyterProtocol
