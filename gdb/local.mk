# gdb/local.mk: what teaches gdb about goroutines.
# SPDX-License-Identifier: MIT

dist_pkgdata_DATA = %D%/libruntime-gdb.py
