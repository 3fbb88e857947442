// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-span.h"
#include "spil-reach.h"

static void
test_span (void)
{
  static const struct
  {
    SpilAgendaScale scale;
    const char *day, *first, *last;
  } cases[] = {
    { SPIL_AGENDA_WEEK, "2018-11-15", "2018-11-12", "2018-11-18" },
    { SPIL_AGENDA_WEEK, "2018-11-18", "2018-11-12", "2018-11-18" },
    { SPIL_AGENDA_MONTH, "2018-11-15", "2018-10-29", "2018-12-02" },
    /* February 2010 is four whole weeks. */
    { SPIL_AGENDA_MONTH, "2010-02-28", "2010-02-01", "2010-02-28" },
    { SPIL_AGENDA_MONTH, "2018-12-31", "2018-11-26", "2019-01-06" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay day, first, last;
    SpilAgendaSpan span;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_true (spil_day_parse (cases[i].day, &day) && spil_day_parse (cases[i].first, &first) &&
                   spil_day_parse (cases[i].last, &last));
    span = spil_agenda_span (cases[i].scale, day);
    g_assert_cmpint (span.first.number, ==, first.number);
    g_assert_cmpint (span.last.number, ==, last.number);
    g_assert_true (spil_agenda_span_has (span, day));
    g_assert_false (spil_agenda_span_has (span, spil_day_add (span.last, 1)));
  }
}

static void
test_step (void)
{
  SpilDay day = spil_day_from_ymd (2018, 1, 31);

  g_assert_cmpint (spil_agenda_step (SPIL_AGENDA_WEEK, day, -1).number, ==, day.number - 7);
  g_assert_cmpint (spil_agenda_step (SPIL_AGENDA_MONTH, day, 1).number, ==,
                   spil_day_from_ymd (2018, 2, 28).number);
  g_assert_cmpint (spil_agenda_week (spil_day_from_ymd (2018, 12, 31)), ==, 1);
  g_assert_cmpint (spil_agenda_week (spil_day_from_ymd (2018, 11, 15)), ==, 46);
}

static void
test_reach (void)
{
  static const struct
  {
    const char *phone, *uri;
  } phones[] = {
    { "038 - 421 45 67", "tel:0384214567" },
    { "+31 (0)38 421 45 67", "tel:+31384214567" },
    { "(038) 4214567", "tel:0384214567" },
    { "niet bekend", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  static const struct
  {
    const char *email, *uri;
  } mails[] = {
    { " a.b@bedrijf.example ", "mailto:a.b@bedrijf.example" },
    { "a@b?cc=c@d", "mailto:a@b%3Fcc%3Dc@d" },
    { "geen adres", NULL },
    { "@bedrijf", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++) {
    g_autofree char *uri = spil_reach_dup_phone_uri (phones[i].phone);

    g_assert_cmpstr (uri, ==, phones[i].uri);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (mails); i++) {
    g_autofree char *uri = spil_reach_dup_mail_uri (mails[i].email);

    g_assert_cmpstr (uri, ==, mails[i].uri);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/span", test_span);
  g_test_add_func ("/agenda/step", test_step);
  g_test_add_func ("/agenda/reach", test_reach);
  return g_test_run ();
}
