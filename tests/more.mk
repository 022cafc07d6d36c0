# SPDX-License-Identifier: MIT
# Targets of the test folders.
test: all unit ## every test: unit, command line, screens, lint
.PHONY: test
