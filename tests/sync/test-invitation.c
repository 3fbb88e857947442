// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-invitation-private.h"
#include "spil-join-request.h"
#include "spil-wire-private.h"
#include "wire-fixture.h"

#define EXPIRES 1796428800000LL
#define ASKED 1795219234567LL

static const char line[] =
    "SPIL1-06800000000000000000000007YHE91RBAGCEPV4ZDWCTR1FM7CS3ZFBYXNH7HCETW1ENJ1NX7V1H0Y2QTTAP15M910B6M153X1B2V7VFXGHTE10MENMEPW4SW22BV1Y080WHPR0NZ21KXJ3TEBPE8AG2KB229Y1TDJHXHCFXZKZWY4Y79PG8KVF";

static SpilInvitation
make (void)
{
  SpilId space = wire_fixture_id (1);
  SpilSigningKey root = wire_fixture_signer (9);

  wire_fixture_seed (7);
  return spil_invitation_make (&space, &root, SPIL_ROLE_BROKER, spil_time (EXPIRES + 12345));
}

static void
test_constant (void)
{
  SpilInvitation invitation = make ();
  g_autofree char *text = spil_invitation_to_text (&invitation);

  g_assert_cmpstr (text, ==, line);
  wire_fixture_assert_documented_text (line);
  g_assert_cmpuint (strlen (text), ==, 190);
  for (const char *at = text; *at != '\0'; at++)
    g_assert_true (g_ascii_isupper (*at) || g_ascii_isdigit (*at) || *at == '-');
}

static void
assert_same (const SpilInvitation *a, const SpilInvitation *b)
{
  g_assert_true (spil_id_equal (a->space, b->space));
  g_assert_true (spil_public_key_equal (&a->root, &b->root));
  g_assert_cmpint (a->role, ==, b->role);
  g_assert_cmpint (a->expires.ms, ==, b->expires.ms);
  g_assert_cmpmem (a->id, 8, b->id, 8);
  g_assert_cmpmem (a->token, 16, b->token, 16);
}

// @text with @with after each @every-th character.
static char *
broken (const char *text, int every, const char *with)
{
  GString *made = g_string_new (NULL);

  for (int i = 0; text[i] != '\0'; i++) {
    g_string_append_c (made, text[i]);
    if ((i + 1) % every == 0)
      g_string_append (made, with);
  }
  return g_string_free (made, FALSE);
}

static void
assert_read (char *text)
{
  SpilInvitation expected = make ();
  SpilInvitation invitation;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_true (spil_invitation_parse (text, &invitation, &error));
  g_assert_no_error (error);
  assert_same (&invitation, &expected);
  g_free (text);
}

// What becomes of a line in mail, chat and on its way through a word processor.
static void
test_pasted (void)
{
  assert_read (g_strdup (line));
  assert_read (g_ascii_strdown (line, -1));
  assert_read (broken (line, 60, "\r\n"));
  assert_read (broken (line, 60, "\n> "));
  assert_read (broken (line, 4, " "));
  assert_read (broken (line, 1, "\u200b"));
  assert_read (broken (line, 50, "\u00ad"));
  assert_read (broken (line, 70, "-\n"));
  assert_read (g_strdup_printf ("  %s  \n", line));
  assert_read (g_strdup_printf ("Uitnodiging voor Spil: %s.\nGroet, Anke", line));
  assert_read (g_strdup_printf ("\"%s\"", line));
  assert_read (g_strdup_printf ("SPIL1-%s", line));
  assert_read (g_strdup_printf ("SPIL1\u2013%s", line + strlen ("SPIL1-")));
  {
    char *confused = g_strdup (line);

    for (char *at = confused + 5; *at != '\0'; at++)
      *at = *at == '0' ? 'O' : *at == '1' ? 'l' : *at;
    assert_read (confused);
  }
}

static void
test_facts (void)
{
  SpilInvitationFacts facts;

  g_assert_true (spil_invitation_read (line, &facts, NULL));
  g_assert_true (spil_id_equal (facts.space, wire_fixture_id (1)));
  g_assert_cmpint (facts.role, ==, SPIL_ROLE_BROKER);
  // Whole minutes.
  g_assert_cmpint (facts.expires.ms, ==, EXPIRES);
}

static void
assert_refused (const char *text, const char *word)
{
  SpilInvitationFacts facts = { .role = SPIL_ROLE_READER };
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_invitation_read (text, &facts, &error));
  g_assert_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_INVITATION);
  g_assert_cmpint (facts.role, ==, SPIL_ROLE_READER);
  if (word != NULL)
    g_assert_nonnull (strstr (error->message, word));
}

static void
test_refusals (void)
{
  g_autofree char *newer = g_strdup (line);
  gsize length = strlen (line);

  newer[4] = '2';
  assert_refused ("", "This is no invitation");
  assert_refused ("Hallo Anke", "This is no invitation");
  assert_refused ("Spil 2018, een programma", "This is no invitation");
  assert_refused ("\xff\xfe\x80", "This is no invitation");
  assert_refused ("SPIL1-", "damaged");
  assert_refused (newer, "newer");
  for (gsize cut = 0; cut < length; cut++) {
    g_autofree char *text = g_strndup (line, cut);

    assert_refused (text, NULL);
  }
  // Each typing error is found.
  for (gsize i = strlen ("SPIL1-"); i < length; i++) {
    g_autofree char *text = g_strdup (line);

    text[i] = text[i] == 'Z' ? 'Y' : 'Z';
    assert_refused (text, "damaged");
  }
}

static GBytes *
ask (const SpilInvitation *invitation)
{
  SpilId device = wire_fixture_id (4);
  SpilSigningKey signer = wire_fixture_signer (4);

  return spil_join_wish_seal (invitation, &device, &signer, "Bram \u202eJansen\n", "Laptop van Bram",
                              spil_time (ASKED));
}

static gboolean
open_wish (GBytes *bytes, SpilJoinWish *wish, GError **error)
{
  SpilId space = wire_fixture_id (1);
  SpilSigningKey root = wire_fixture_signer (9);

  return spil_join_wish_open (bytes, &space, &root, wish, error);
}

static void
test_wish (void)
{
  SpilInvitation invitation = make ();
  g_autoptr (GBytes) bytes = ask (&invitation);
  g_auto (SpilJoinWish) wish = { 0 };
  g_autoptr (GError) error = NULL;
  SpilPublicKey key = wire_fixture_public (4);
  g_autofree char *code = NULL;

  g_assert_true (open_wish (bytes, &wish, &error));
  g_assert_no_error (error);
  g_assert_true (spil_id_equal (wish.device, wire_fixture_id (4)));
  g_assert_true (spil_public_key_equal (&wish.key, &key));
  g_assert_cmpint (wish.role, ==, SPIL_ROLE_BROKER);
  g_assert_cmpint (wish.expires.ms, ==, EXPIRES);
  g_assert_cmpint (wish.asked.ms, ==, ASKED);
  g_assert_cmpmem (wish.invitation, 8, invitation.id, 8);
  g_assert_cmpstr (wish.person, ==, "Bram Jansen");
  g_assert_cmpstr (wish.device_name, ==, "Laptop van Bram");
  code = spil_join_code (&invitation, &wish.device, &wish.key);
  g_assert_cmpstr (wish.code, ==, code);
  g_assert_cmpstr (code, ==, "8389 2222");
  wire_fixture_assert_documented_text (code);
}

// The code is another one for another laptop, other keys, another space and another invitation.
static void
test_code_depends (void)
{
  SpilInvitation invitation = make ();
  SpilInvitation other_token = invitation;
  SpilInvitation other_space = invitation;
  SpilId device = wire_fixture_id (4);
  SpilId other_device = wire_fixture_id (5);
  SpilPublicKey key = wire_fixture_public (4);
  SpilPublicKey other_sign = key;
  SpilPublicKey other_box = key;
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  other_token.token[0] ^= 1;
  other_space.space.bytes[0] ^= 1;
  other_sign.sign[0] ^= 1;
  other_box.box[0] ^= 1;
  g_assert_true (g_hash_table_add (codes, spil_join_code (&invitation, &device, &key)));
  g_assert_true (g_hash_table_add (codes, spil_join_code (&other_token, &device, &key)));
  g_assert_true (g_hash_table_add (codes, spil_join_code (&other_space, &device, &key)));
  g_assert_true (g_hash_table_add (codes, spil_join_code (&invitation, &other_device, &key)));
  g_assert_true (g_hash_table_add (codes, spil_join_code (&invitation, &device, &other_sign)));
  g_assert_true (g_hash_table_add (codes, spil_join_code (&invitation, &device, &other_box)));
  g_assert_false (g_hash_table_add (codes, spil_join_code (&invitation, &device, &key)));
}

static void
test_code_compares (void)
{
  g_assert_true (spil_join_code_equal ("4821 9073", "4821 9073"));
  g_assert_true (spil_join_code_equal ("48219073", " 48 21-90.73\n"));
  g_assert_false (spil_join_code_equal ("4821 9073", "4821 9074"));
  g_assert_false (spil_join_code_equal ("4821 9073", "4821 907"));
  g_assert_false (spil_join_code_equal ("4821 9073", "4821 90733"));
  g_assert_false (spil_join_code_equal ("", ""));
  g_assert_false (spil_join_code_equal ("4821 907x", "4821 907x"));
}

typedef enum
{
  BEND_NOTHING,
  BEND_TOKEN, /* not invited */
  BEND_ROLE, /* asks for more than was offered */
  BEND_EXPIRY,
  BEND_ID,
  BEND_SPACE,
  BEND_ROOT, /* sealed to somebody else */
} Bend;

typedef struct
{
  const char *name;
  Bend bend;
  int code;
} Refusal;

static void
test_wish_refusals (void)
{
  static const Refusal cases[] = {
    { "good", BEND_NOTHING, -1 },
    { "without the token", BEND_TOKEN, SPIL_WIRE_ERROR_FORGED },
    { "for another role", BEND_ROLE, SPIL_WIRE_ERROR_FORGED },
    { "for longer", BEND_EXPIRY, SPIL_WIRE_ERROR_FORGED },
    { "of another invitation", BEND_ID, SPIL_WIRE_ERROR_FORGED },
    { "of another space", BEND_SPACE, SPIL_WIRE_ERROR_FOREIGN },
    { "to another project leader", BEND_ROOT, SPIL_WIRE_ERROR_KEY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilInvitation invitation = make ();
    g_autoptr (GBytes) bytes = NULL;
    g_auto (SpilJoinWish) wish = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].name);
    invitation.token[3] ^= cases[i].bend == BEND_TOKEN;
    invitation.id[3] ^= cases[i].bend == BEND_ID;
    invitation.space.bytes[3] ^= cases[i].bend == BEND_SPACE;
    invitation.role = cases[i].bend == BEND_ROLE ? SPIL_ROLE_LEADER : invitation.role;
    invitation.expires.ms += cases[i].bend == BEND_EXPIRY ? 60000 : 0;
    invitation.root = cases[i].bend == BEND_ROOT ? wire_fixture_public (8) : invitation.root;
    bytes = ask (&invitation);
    g_assert_true (open_wish (bytes, &wish, &error) == (cases[i].code < 0));
    if (cases[i].code >= 0)
      g_assert_error (error, SPIL_WIRE_ERROR, cases[i].code);
  }
}

// The content of a wish, sealed by hand after @bend changed it.
static void
assert_bent (void (*bend) (GByteArray *), SpilWireError code)
{
  SpilInvitation invitation = make ();
  g_autoptr (GBytes) bytes = ask (&invitation);
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);
  SpilSigningKey root = wire_fixture_signer (9);
  g_autoptr (GBytes) content = spil_wire_unseal (data + 21, length - 21, &root, NULL);
  g_autoptr (GByteArray) array = g_bytes_unref_to_array (g_steal_pointer (&content));
  g_autoptr (GByteArray) made = g_byte_array_new ();
  g_autoptr (GBytes) sealed = NULL;
  g_auto (SpilJoinWish) wish = { 0 };
  g_autoptr (GError) error = NULL;

  bend (array);
  sealed = spil_wire_seal (array->data, array->len, &invitation.root);
  g_byte_array_append (made, data, 21);
  g_byte_array_append (made, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  bytes = (g_bytes_unref (bytes), g_byte_array_free_to_bytes (g_steal_pointer (&made)));
  g_assert_false (open_wish (bytes, &wish, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, (int) code);
}

static void
bend_key (GByteArray *content)
{
  content->data[16] ^= 1;
}

static void
bend_role (GByteArray *content)
{
  content->data[80] = 4;
}

static void
bend_signature (GByteArray *content)
{
  content->data[content->len - 1] ^= 1;
}

static void
bend_names (GByteArray *content)
{
  content->data[content->len - 97] = 1;
}

static void
bend_length (GByteArray *content)
{
  g_byte_array_append (content, (const guint8 *) "", 1);
}

static void
test_bent_wishes (void)
{
  assert_bent (bend_key, SPIL_WIRE_ERROR_FORGED);
  assert_bent (bend_role, SPIL_WIRE_ERROR_DAMAGED);
  assert_bent (bend_signature, SPIL_WIRE_ERROR_FORGED);
  assert_bent (bend_names, SPIL_WIRE_ERROR_DAMAGED);
  assert_bent (bend_length, SPIL_WIRE_ERROR_DAMAGED);
}

static gboolean
fuzz_line (GBytes *bytes, gpointer user_data)
{
  g_autofree char *text = wire_fixture_text (bytes);
  SpilInvitation invitation;
  g_autoptr (GError) error = NULL;
  gboolean read = spil_invitation_parse (text, &invitation, &error);

  g_assert_true (read == (error == NULL));
  if (read) {
    SpilInvitation expected = make ();

    assert_same (&invitation, &expected);
  }
  return read;
}

static void
test_fuzz_line (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, g_bytes_new_static (line, strlen (line)));
  wire_fixture_fuzz (seeds, fuzz_line, NULL);
}

static gboolean
fuzz_wish (GBytes *bytes, gpointer user_data)
{
  GBytes *seed = user_data;
  g_auto (SpilJoinWish) wish = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean read = open_wish (bytes, &wish, &error);

  g_assert_true (read == g_bytes_equal (bytes, seed));
  g_assert_true (read == (error == NULL));
  return read;
}

static void
test_fuzz_wish (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  SpilInvitation invitation = make ();

  g_ptr_array_add (seeds, ask (&invitation));
  wire_fixture_fuzz (seeds, fuzz_wish, seeds->pdata[0]);
}

// The content inside the seal: altered, sealed again.
static gboolean
fuzz_wish_content (GBytes *bytes, gpointer user_data)
{
  GBytes *seed = user_data;
  SpilId space = wire_fixture_id (1);
  SpilPublicKey root = wire_fixture_public (9);
  GByteArray *made = spil_wire_begin ("SPJR", &space);
  g_autoptr (GBytes)
      sealed = spil_wire_seal (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &root);
  g_autoptr (GBytes) file = NULL;
  g_auto (SpilJoinWish) wish = { 0 };
  gboolean read;

  g_byte_array_append (made, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  file = g_byte_array_free_to_bytes (made);
  read = open_wish (file, &wish, NULL);
  g_assert_true (read == g_bytes_equal (bytes, seed));
  return read;
}

static void
test_fuzz_wish_content (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  SpilInvitation invitation = make ();
  g_autoptr (GBytes) wish = ask (&invitation);
  SpilSigningKey root = wire_fixture_signer (9);

  g_ptr_array_add (seeds, spil_wire_unseal ((const uint8_t *) g_bytes_get_data (wish, NULL) + 21,
                                            g_bytes_get_size (wish) - 21, &root, NULL));
  wire_fixture_fuzz (seeds, fuzz_wish_content, seeds->pdata[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/invitation/constant", test_constant);
  g_test_add_func ("/invitation/pasted", test_pasted);
  g_test_add_func ("/invitation/facts", test_facts);
  g_test_add_func ("/invitation/refusals", test_refusals);
  g_test_add_func ("/invitation/wish", test_wish);
  g_test_add_func ("/invitation/code-depends", test_code_depends);
  g_test_add_func ("/invitation/code-compares", test_code_compares);
  g_test_add_func ("/invitation/wish-refusals", test_wish_refusals);
  g_test_add_func ("/invitation/bent-wishes", test_bent_wishes);
  g_test_add_func ("/invitation/fuzz-line", test_fuzz_line);
  g_test_add_func ("/invitation/fuzz-wish", test_fuzz_wish);
  g_test_add_func ("/invitation/fuzz-wish-content", test_fuzz_wish_content);
  return g_test_run ();
}
