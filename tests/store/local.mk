EXTRA_DIST += tests/store/schema-1.sql tests/store/schema-2.sql \
	tests/store/schema-3.sql tests/store/schema-4.sql \
	tests/store/schema-5.sql
