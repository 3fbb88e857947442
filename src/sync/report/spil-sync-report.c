// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-report.h"

#include "spil-bytes.h"
#include "spil-conflict-query.h"

#define FORMAT 1
#define MAX_PROBLEMS 1000

SpilSyncReport *
spil_sync_report_new (void)
{
  SpilSyncReport *self = g_new0 (SpilSyncReport, 1);

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_problem_free);
  return self;
}

void
spil_problem_free (SpilProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self);
}

void
spil_sync_report_free (SpilSyncReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->problems);
  g_free (self);
}

void
spil_sync_report_add (SpilSyncReport *self, SpilProblemKind kind, const SpilId *device, char *sentence)
{
  SpilProblem *problem;

  for (guint i = 0; i < self->problems->len; i++) {
    const SpilProblem *other = g_ptr_array_index (self->problems, i);

    if (other->kind == kind && g_str_equal (other->sentence, sentence)) {
      g_free (sentence);
      return;
    }
  }
  problem = g_new0 (SpilProblem, 1);
  problem->kind = kind;
  problem->device = device != NULL ? *device : SPIL_ID_NIL;
  problem->sentence = sentence;
  g_ptr_array_add (self->problems, problem);
}

static gboolean
count_packets (SpilSyncReport *self, SpilStore *store, GError **error)
{
  g_autoptr (GPtrArray) packets = spil_store_list_packets (store, error);

  if (packets == NULL)
    return FALSE;
  self->waiting = 0;
  self->quarantined = 0;
  for (guint i = 0; i < packets->len; i++) {
    const SpilPacket *packet = g_ptr_array_index (packets, i);
    int64_t n = packet->last - packet->first + 1;

    if (packet->state == SPIL_PACKET_WAITING)
      self->waiting += n;
    // What was refused without a reason is settled: both copies of a laptop have sent it anew.
    else if (packet->state == SPIL_PACKET_REFUSED && packet->reason != NULL && *packet->reason != '\0')
      self->quarantined += n;
  }
  return TRUE;
}

gboolean
spil_sync_report_count (SpilSyncReport *self, SpilStore *store, const SpilSpaceNote *space, gboolean complete,
                        GError **error)
{
  int64_t last;

  if (!spil_store_get_last_sequence (store, &last, error) || !count_packets (self, store, error) ||
      !spil_store_count_conflicts (store, &self->conflicts, error))
    return FALSE;
  self->unsent = MAX (last - space->sent, 0);
  self->up_to_date = complete && space->standing == SPIL_SPACE_MEMBER && self->problems->len == 0 &&
                     self->unsent == 0 && self->waiting == 0 && self->quarantined == 0;
  return TRUE;
}

gboolean
spil_sync_report_keep (const SpilSyncReport *self, SpilStore *store, gboolean complete, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) note = NULL;

  spil_bytes_add_number (bytes, FORMAT);
  spil_bytes_add_number (bytes, complete ? 1 : 0);
  spil_bytes_add_signed (bytes, self->sent);
  spil_bytes_add_signed (bytes, self->received);
  spil_bytes_add_signed (bytes, self->time.ms);
  spil_bytes_add_number (bytes, self->problems->len);
  for (guint i = 0; i < self->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (self->problems, i);

    spil_bytes_add_number (bytes, problem->kind);
    spil_bytes_add_id (bytes, &problem->device);
    spil_bytes_add_text (bytes, problem->sentence);
  }
  note = g_byte_array_free_to_bytes (bytes);
  return spil_store_set_note (store, SPIL_NOTE_REPORT, note, error);
}

static gboolean
parse_problem (SpilBytes *bytes, SpilSyncReport *report)
{
  g_autofree char *sentence = NULL;
  SpilId device;
  uint64_t kind;

  if (!spil_bytes_read_bounded (bytes, SPIL_PROBLEM_WAITING_FOR_LEADER, &kind) ||
      !spil_bytes_read_id (bytes, &device) || !spil_bytes_read_text (bytes, &sentence))
    return FALSE;
  spil_sync_report_add (report, (SpilProblemKind) kind, &device, g_steal_pointer (&sentence));
  return TRUE;
}

static gboolean
parse (SpilBytes *bytes, SpilSyncReport *report, gboolean *complete)
{
  uint64_t format, flag, n;

  if (!spil_bytes_read_bounded (bytes, FORMAT, &format) || !spil_bytes_read_bounded (bytes, 1, &flag) ||
      !spil_bytes_read_signed (bytes, &report->sent) || !spil_bytes_read_signed (bytes, &report->received) ||
      !spil_bytes_read_signed (bytes, &report->time.ms) || !spil_bytes_read_bounded (bytes, MAX_PROBLEMS, &n))
    return FALSE;
  *complete = flag == 1;
  for (uint64_t i = 0; i < n; i++)
    if (!parse_problem (bytes, report))
      return FALSE;
  return TRUE;
}

SpilSyncReport *
spil_sync_get_report (SpilStore *store, GError **error)
{
  g_autoptr (SpilSpaceNote) space = spil_space_note_read (store, error);
  g_autoptr (SpilSyncReport) report = spil_sync_report_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) note = NULL;
  gboolean complete = FALSE;

  if (space == NULL)
    return NULL;
  note = spil_store_get_note (store, SPIL_NOTE_REPORT, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (note != NULL) {
    SpilBytes bytes = spil_bytes (g_bytes_get_data (note, NULL), g_bytes_get_size (note));

    // One that a later version kept is as good as none: the next run makes another.
    if (!parse (&bytes, report, &complete)) {
      g_clear_pointer (&report, spil_sync_report_free);
      report = spil_sync_report_new ();
      complete = FALSE;
    }
  }
  return spil_sync_report_count (report, store, space, complete, error) ? g_steal_pointer (&report) : NULL;
}
