// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "table-fixture.h"

#define HEAD                                                                                                           \
  "0:naam|voornaam|achternaam|organisatie|afdeling|functie|rol|e-mail|overige e-mail|telefoon|mobiel|overige telefoon|" \
  "straat|postcode|plaats|land|website|notitie\n"
#define CARD(lines) "BEGIN:VCARD\r\n" lines "END:VCARD\r\n"

static void
test_cards (void)
{
  static const struct
  {
    const char *text;
    const char *read;
  } cases[] = {
    { CARD (
          "VERSION:4.0\r\nFN:Anna Voorbeeld\r\nN:Voorbeeld;Anna;;;\r\nORG:Kwekerij Oost;Inkoop\r\nTITLE:Hoofd\r\n"
          "ROLE:Beslisser\r\nEMAIL;TYPE=work:anna@voorbeeld.invalid\r\nTEL;VALUE=uri;TYPE=\"voice,work\":tel:+31-38-000\r\n"
          "TEL;TYPE=cell:06 000\r\nNOTE:een\\, twee\\nd\\;rie\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\n"),
      HEAD
      "1:Anna Voorbeeld|Anna|Voorbeeld|Kwekerij Oost|Inkoop|Hoofd|Beslisser|anna@voorbeeld.invalid||+31-38-000|06 000||"
      "|||||een, twee⏎d;rie\n" },
    { CARD (
          "VERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Voorb=EBld;Ren=E9=\r\ne\r\nTEL;CELL;PREF:06\r\n"
          "TEL;WORK;FAX:038\r\nTEL;HOME:039\r\n"),
      HEAD "1:Renée Voorbëld|Renée|Voorbëld|||||||039|06\n" },
    { CARD (
          "item1.EMAIL:a@b.invalid\r\nitem2.EMAIL;TYPE=INTERNET;TYPE=PREF:c@d.invalid\r\nEMAIL;PREF=1:e@f.invalid\r\n"
          "FN:Lan\r\n ge\r\n\t naam\r\n"),
      HEAD "1:Lange naam|||||||e@f.invalid|a@b.invalid, c@d.invalid\n" },
    { CARD (
          "FN:A\r\nADR;TYPE=home:;;Thuis 1;Assen;;9400 AA;\r\nADR;TYPE=work:;;Kade 2\\, achter;Zwolle;Overijssel;8000 AA;NL\r\n")
          CARD ("fn:B\nurl:https\\://b.invalid\n") "\n\nnonsense\n",
      HEAD "1:A||||||||||||Kade 2, achter|8000 AA|Zwolle|NL\n2:B||||||||||||||||https://b.invalid\n" },
    { CARD ("FN:A\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Binnen\r\nEND:VCARD\r\nNOTE:x\r\n"),
      HEAD "1:A|||||||||||||||||x\n" },
    { "BEGIN:VCARD\nFN:Half",
      HEAD "1:Half\n! The last card, number 1, is not complete; look whether the file was copied whole.\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *read = table_fixture_read_bytes (cases[i].text, strlen (cases[i].text), NULL);

    g_assert_cmpstr (read, ==, cases[i].read);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard-reader/cards", test_cards);
  return g_test_run ();
}
