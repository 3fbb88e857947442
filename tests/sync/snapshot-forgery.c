// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "snapshot-forgery.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-session.h"
#include "spil-snapshot-shelf.h"

static void
lie_of_digest (SpilSnapshot *head)
{
  head->digest.bytes[0] ^= 1;
}

static void
lie_of_history (SpilSnapshot *head)
{
  head->history.bytes[0] ^= 1;
}

static void
lie_of_schema (SpilSnapshot *head)
{
  head->schema.bytes[0] ^= 1;
}

static void
lie_of_vector (SpilSnapshot *head)
{
  g_array_index (head->vector, SpilVectorItem, 0).sequence++;
}

static void
lie_of_key (SpilSnapshot *head)
{
  head->key.bytes[0] ^= 1;
}

static void
alter (const char *path, gsize at)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[MIN (at, length - 1)] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
alter_piece (GPtrArray *pieces, const char *head)
{
  alter (g_ptr_array_index (pieces, pieces->len - 1), 1000);
}

static void
alter_head (GPtrArray *pieces, const char *head)
{
  alter (head, 200);
}

static void
lose_piece (GPtrArray *pieces, const char *head)
{
  g_unlink (g_ptr_array_index (pieces, 0));
}

static void
lose_head (GPtrArray *pieces, const char *head)
{
  g_unlink (head);
}

static void
swap_pieces (GPtrArray *pieces, const char *head)
{
  const char *a = g_ptr_array_index (pieces, 0);
  const char *b = g_ptr_array_index (pieces, 1);
  g_autofree char *between = g_strconcat (a, "-x", NULL);

  g_rename (a, between);
  g_rename (b, a);
  g_rename (between, b);
}

static const Forgery forgeries[] = {
  { .name = "nothing is wrong", .used = TRUE },
  { .name = "another schema", .head = lie_of_schema },
  { .name = "head not by its maker", .maker = SIGN_WRONGLY },
  { .name = "head by nobody", .maker = SIGN_NOBODY },
  { .name = "witness by nobody", .witness = SIGN_NOBODY },
  { .name = "witness by the maker", .witness = SIGN_WRONGLY },
  { .name = "another space", .foreign = TRUE },
  { .name = "a newer format", .newer = TRUE },
  { .name = "head altered", .files = alter_head },
  { .name = "head lost", .files = lose_head },
  { .name = "piece lost", .files = lose_piece },
  { .name = "piece altered", .files = alter_piece, .told = TRUE },
  { .name = "pieces swapped", .files = swap_pieces, .told = TRUE },
  { .name = "wrong key", .head = lie_of_key, .told = TRUE },
  { .name = "wrong digest", .head = lie_of_digest, .told = TRUE },
  { .name = "wrong history", .head = lie_of_history, .told = TRUE },
  { .name = "wrong vector", .head = lie_of_vector, .told = TRUE },
  { .name = "row altered", .sql = "UPDATE task SET name = 'Vals'", .told = TRUE },
  { .name = "history altered", .sql = "UPDATE log SET actor = 'Iemand'", .told = TRUE },
  { .name = "packet invented",
    .sql =
        "INSERT INTO packet SELECT device, last + 1, last + 1, randomblob (32), 1, NULL, content FROM packet LIMIT 1",
    .told = TRUE },
  { .name = "trigger",
    .sql = "CREATE TRIGGER bad AFTER UPDATE ON meta BEGIN DELETE FROM task; END",
    .told = TRUE },
  { .name = "view", .sql = "CREATE VIEW bad AS SELECT * FROM task", .told = TRUE },
  { .name = "table", .sql = "CREATE TABLE bad (x)", .told = TRUE },
  { .name = "index", .sql = "CREATE INDEX bad ON task (name)", .told = TRUE },
  { .name = "table lacks", .sql = "DROP TABLE orphan", .told = TRUE },
  { .name = "note of a laptop", .sql = "INSERT INTO note VALUES ('space', x'00')", .told = TRUE },
  { .name = "undo of a laptop", .sql = "INSERT INTO undo VALUES (1, 1, 'x', x'00')", .told = TRUE },
  { .name = "device of a laptop", .sql = "UPDATE meta SET device = 1", .told = TRUE },
  { .name = "another program", .sql = "PRAGMA application_id = 1", .told = TRUE },
};

const Forgery *
snapshot_forgeries (int *n_forgeries)
{
  *n_forgeries = G_N_ELEMENTS (forgeries);
  return forgeries;
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static void
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *dir = g_path_get_dirname (path);

  g_mkdir_with_parents (dir, 0700);
  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static SpilSession *
open_session (Laptop *laptop)
{
  g_autoptr (GError) error = NULL;
  SpilSession *session = spil_session_open (laptop->store, NULL, &error);

  g_assert_no_error (error);
  return session;
}

// Reads the only snapshot there is: its head, and its copy into one piece of memory.
static GByteArray *
read_snapshot (SnapshotFixture *self, SpilSession *session, SpilSnapshot *head)
{
  const SpilId *space = &session->space->space;
  SpilPublicKey author = spil_signing_key_get_public (&session->signer);
  g_autoptr (GPtrArray) heads = snapshot_list (self->folder, FALSE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GByteArray *copy = g_byte_array_new ();

  g_assert_cmpuint (heads->len, ==, 1);
  bytes = read_file (g_ptr_array_index (heads, 0));
  spil_snapshot_open_head (bytes, space, &author, spil_session_find_key (session, 1), head, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < head->pieces->len; i++) {
    g_autofree char *name = spil_snapshot_dup_piece_name (head, i);
    g_autofree char *path = g_build_filename (self->folder, name, NULL);
    g_autoptr (GBytes) piece = read_file (path);
    g_autoptr (GBytes) content = spil_snapshot_open_piece (head, space, i, piece, &error);

    g_assert_no_error (error);
    g_byte_array_append (copy, g_bytes_get_data (content, NULL), (guint) g_bytes_get_size (content));
  }
  return copy;
}

static GByteArray *
change_copy (GByteArray *copy, const char *sql)
{
  g_autofree char *dir = laptops_make_dir ();
  g_autofree char *path = g_build_filename (dir, "copy", NULL);
  sqlite3 *database;
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, (const char *) copy->data, (gssize) copy->len, NULL));
  g_byte_array_unref (copy);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  laptops_remove_dir (g_steal_pointer (&dir));
  return g_byte_array_new_take ((guint8 *) g_steal_pointer (&content), length);
}

static void
write_pieces (SnapshotFixture *self, const SpilId *space, GByteArray *copy, SpilSnapshot *head)
{
  head->length = copy->len;
  g_array_set_size (head->pieces, 0);
  for (gsize at = 0; at < copy->len; at += SPIL_SNAPSHOT_PIECE_BYTES) {
    int64_t place = (int64_t) (at / SPIL_SNAPSHOT_PIECE_BYTES);
    g_autoptr (GBytes) piece = spil_snapshot_seal_piece (head, space, place, copy->data + at,
                                                         MIN (copy->len - at, SPIL_SNAPSHOT_PIECE_BYTES));
    SpilHash hash = spil_hash (piece);
    g_autofree char *name = NULL;

    g_array_append_val (head->pieces, hash);
    name = spil_snapshot_dup_piece_name (head, place);
    write_file (self->folder, name, piece);
  }
}

// The head, as it comes to be signed, and what the other member says of it.
static char *
write_head (SnapshotFixture *self, SpilSession *maker, SpilSession *other, const Forgery *forgery,
            const SpilSnapshot *head)
{
  SpilSigningKey nobody = spil_signing_key_new ();
  const SpilSigningKey *makers[] = { &maker->signer, &other->signer, &nobody };
  const SpilSigningKey *witnesses[] = { &other->signer, &maker->signer, &nobody };
  SpilId space = forgery->foreign ? spil_id_new () : maker->space->space;
  const SpilSpaceKey *key = spil_session_find_key (maker, head->epoch);
  g_autoptr (GBytes) bytes = spil_snapshot_seal (head, &space, key, makers[forgery->maker]);
  SpilKnownSnapshot known = { .head = *head };
  g_autoptr (GBytes) said = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said_name = NULL;

  if (forgery->newer) {
    gsize length;
    uint8_t *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);

    data[4] = 2;
    bytes = g_bytes_new_take (data, length);
  }
  known.hash = spil_hash (bytes);
  name = spil_snapshot_dup_head_name (head, &known.hash);
  write_file (self->folder, name, bytes);
  said = spil_snapshot_witness (&maker->space->space, &other->device, &known.hash,
                                witnesses[forgery->witness]);
  said_name = spil_snapshot_dup_witness_name (&known, &other->device);
  write_file (self->folder, said_name, said);
  return g_build_filename (self->folder, name, NULL);
}

void
snapshot_forge (SnapshotFixture *self, const Forgery *forgery)
{
  g_autoptr (SpilSession) maker = open_session (self->leader);
  g_autoptr (SpilSession) other = open_session (self->anna);
  g_auto (SpilSnapshot) head = { 0 };
  GByteArray *copy = read_snapshot (self, maker, &head);
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *path = NULL;

  snapshot_remove_all (self->folder);
  if (forgery->sql != NULL)
    copy = change_copy (copy, forgery->sql);
  write_pieces (self, &maker->space->space, copy, &head);
  if (forgery->head != NULL)
    forgery->head (&head);
  path = write_head (self, maker, other, forgery, &head);
  pieces = snapshot_list (self->folder, TRUE);
  g_assert_cmpuint (pieces->len, >, 1);
  if (forgery->files != NULL)
    forgery->files (pieces, path);
  g_byte_array_unref (copy);
}

gboolean
snapshot_holds (SnapshotFixture *self, const char *text)
{
  g_autoptr (SpilSession) session = open_session (self->leader);
  g_auto (SpilSnapshot) head = { 0 };
  g_autoptr (GByteArray) copy = read_snapshot (self, session, &head);

  return memmem (copy->data, copy->len, text, strlen (text)) != NULL;
}
