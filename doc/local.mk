dist_man_MANS = doc/lectern.1
dist_doc_DATA = doc/brief.schema.json doc/format.md
