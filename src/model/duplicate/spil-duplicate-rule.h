// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What remains of the facts of an organisation when everything is left out that people write in more than one way, so that two
 * of them can be compared. Each function takes text as it was typed (nullable) and gives NULL when nothing remains that
 * could be compared. All that is given is freed with g_free().
 */

/**
 * "Bakkerij Jansen & Zn. B.V." becomes "bakkerij jansen en zn": folded, without legal forms, articles in front and
 * punctuation, "&" and "+" as "en", "van der" and its like as "vd", "Zwolle, gemeente" as "gemeente zwolle". A name of
 * nothing but a legal form stays as it is.
 */
char *spil_duplicate_normalise_name (const char *name);

/**
 * How a name sounds, more or less: the consonants of its first two words that say something, in alphabetical order, without
 * doubles, so that "Janssen Bakkerij" and "Bakkerij Jansen" are alike. To find what may look like it; it proves nothing.
 */
char *spil_duplicate_sound (const char *name);

/** What a KvK number turns out to be. */
typedef enum
{
  SPIL_KVK_NONE, /**< not a number of that kind */
  SPIL_KVK_ORGANISATION, /**< 8 digits */
  SPIL_KVK_SITE, /**< the 12 digits of a vestigingsnummer: a site of an organisation, not the organisation */
} SpilKvkKind;

/** The digits of "KvK 12.34.56.78"; of 7 digits the leading zero that a spreadsheet lost comes back. @kind is nullable. */
char *spil_duplicate_normalise_kvk (const char *number, SpilKvkKind *kind);

/** "8011 AB" becomes "8011ab". NULL for what is no Dutch postcode. */
char *spil_duplicate_normalise_postcode (const char *postcode);

/** "Burg. Drijbersingel" becomes "burgemeester drijbersingel", "Hoofdstr." "hoofdstraat". A house number at its end stays. */
char *spil_duplicate_normalise_street (const char *street);

/**
 * "12-A", "12 a" and "12A" become "12a": the number, and what is added to it. The end of a range ("12-16") is left out. Reads the
 * number from the end of @street (nullable) when @house_number has none.
 */
char *spil_duplicate_normalise_house_number (const char *house_number, const char *street);

/**
 * What finds an address again: postcode and number, or else street, number and town, the addition left aside: "8011ab 12".
 * Each may be NULL.
 */
char *spil_duplicate_address_key (const char *street, const char *house_number, const char *postcode,
                                  const char *town);

/** The digits as they are dialled in the country: "+31 (0)38 123 45 67" becomes "0381234567". NULL below 9 digits. */
char *spil_duplicate_normalise_phone (const char *phone);

/**
 * "info@Bakkerij-Jansen.example" and "https://www.bakkerij-jansen.example/over" become "bakkerij-jansen.example". NULL for providers
 * where anybody can have an address: they say nothing about the organisation.
 */
char *spil_duplicate_domain (const char *email_or_website);

/** The domain of the e-mail address, or else of the website. */
char *spil_duplicate_domain_of (const char *email, const char *website);

G_END_DECLS
