EXTRA_DIST += tests/store/schema-1.sql
