/* Which libraries the program runs with. */
#include "config.h"

#include <cmark.h>
#include <fribidi.h>
#include <gnu/libc-version.h>
#include <iconv.h>
#include <unistring/version.h>
#include <xxhash.h>
#include <yaml.h>

#include "doctor.h"
#include "lectern/words.h"

/* SQLite is the store's own affair: it tells its version. */
static void
doctor_add_sqlite(struct doctor *doctor)
{
	struct store_totals totals;
	struct store *store = NULL;

	if (store_open(NULL, STORE_MEMORY, &store, NULL, NULL))
		return;
	if (!store_count_all(store, &totals, NULL))
		doctor_add(doctor, "sqlite", "SQLite", "%s",
			   totals.sqlite_version);
	store_close(store);
}

static void
doctor_add_iconv(struct doctor *doctor)
{
#ifdef _LIBICONV_VERSION
	doctor_add(doctor, "iconv", "iconv", "GNU libiconv %d.%d",
		   _libiconv_version >> 8, _libiconv_version & 0xff);
#else
	doctor_add(doctor, "iconv", "iconv", "glibc %s",
		   gnu_get_libc_version());
#endif
}

void
doctor_find_versions(struct doctor *doctor)
{
	unsigned xxhash = XXH_versionNumber();

	doctor->group = "versions";
	doctor_add(doctor, "lectern", "lectern", "%s", PACKAGE_VERSION);
	doctor_add_sqlite(doctor);
	doctor_add(doctor, "cmark", "cmark", "%s", cmark_version_string());
	doctor_add(doctor, "libyaml", "libyaml", "%s",
		   yaml_get_version_string());
	doctor_add(doctor, "fribidi", "FriBidi", "%s", FRIBIDI_VERSION);
	doctor_add(doctor, "libunistring", "libunistring", "%d.%d",
		   _libunistring_version >> 16,
		   _libunistring_version >> 8 & 0xff);
	doctor_add(doctor, "jansson", "jansson", "%s", jansson_version_str());
	doctor_add(doctor, "xxhash", "xxHash", "%u.%u.%u", xxhash / 10000,
		   xxhash / 100 % 100, xxhash % 100);
	doctor_add_iconv(doctor);
}
