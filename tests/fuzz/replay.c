/*
 * A fuzz target without libFuzzer: runs it on every file of its corpus, so
 * that what was once found stays mended. tests/fuzz/replay_NAME reads the
 * folder tests/fuzz/corpus-NAME, or the files named to it.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
replay_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = NULL;
	size_t size = 0, got;

	if (!file)
		return -1;
	do {
		data = realloc(data, size + 65536);
		if (!data)
			abort();
		got = fread(data + size, 1, 65536, file);
		size += got;
	} while (got);
	fclose(file);
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	return 0;
}

static int
replay_is_file(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
replay_folder(const char *folder)
{
	struct dirent **names = NULL;
	char path[8192];
	int count = scandir(folder, &names, replay_is_file, alphasort), i;
	int failed = count < 1;

	printf("1..%d\n", count < 1 ? 1 : count);
	if (count < 1)
		printf("not ok 1 - %s holds no files\n", folder);
	for (i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
		failed |= replay_file(path) != 0;
		printf("ok %d - %s\n", i + 1, names[i]->d_name);
		fflush(stdout); /* the next one may crash */
		free(names[i]);
	}
	free(names);
	return failed;
}

int
main(int argc, char **argv)
{
	const char *top = getenv("top_srcdir");
	const char *name = strrchr(argv[0], '_');
	char folder[4096];
	int i;

	for (i = 1; i < argc; i++) {
		if (replay_file(argv[i]))
			return 1;
	}
	if (argc > 1)
		return 0;
	snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus-%s",
		 top ? top : ".", name ? name + 1 : "");
	return replay_folder(folder);
}
