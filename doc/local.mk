dist_man_MANS = doc/lectern.1
dist_doc_DATA = doc/format.md
