// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-space-carrier.h"

#include <glib/gi18n-lib.h>

#include "spil-carrier-mark.h"

/** What the files at the top say. */
typedef struct
{
  gboolean any; // something of Spil
  gboolean space; // of this space
  gboolean known; // and with the id that was known
  SpilId carrier; // the first of this space
} Marks;

static gboolean
read_mark (SpilCarrier *carrier, const char *name, SpilCarrierMark *mark, GCancellable *cancellable)
{
  SpilCarrierMark content;
  g_autoptr (GBytes) bytes = NULL;

  if (!spil_carrier_mark_parse_name (name, mark))
    return FALSE;
  bytes = spil_carrier_get (carrier, name, SPIL_CARRIER_MARK_MAX_BYTES, cancellable, NULL);
  return bytes != NULL && spil_carrier_mark_read (bytes, &content, NULL) &&
         spil_id_equal (content.space, mark->space) && spil_id_equal (content.carrier, mark->carrier);
}

static gboolean
read_marks (SpilCarrier *carrier, const SpilId *space, const SpilId *known, Marks *marks,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = spil_carrier_list (carrier, "", FALSE, cancellable, error);

  *marks = (Marks) { 0 };
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    SpilCarrierMark mark;

    if (!read_mark (carrier, item->name, &mark, cancellable))
      continue;
    marks->any = TRUE;
    if (!spil_id_equal (mark.space, *space))
      continue;
    if (!marks->space)
      marks->carrier = mark.carrier;
    marks->space = TRUE;
    marks->known |= known != NULL && spil_id_equal (mark.carrier, *known);
  }
  return items != NULL;
}

static gboolean
refuse (SpilCarrier *carrier, const Marks *marks, GError **error)
{
  const char *label = spil_carrier_get_label (carrier);

  if (marks->space)
    g_set_error (
        error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN,
        _ ("“%s” is another copy of the shared folder than the one that is used here. Choose the right folder, or choose this one anew."),
        label);
  else if (marks->any)
    g_set_error (
        error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN,
        _ ("“%s” is the shared folder of another group. Nothing was read from it or written to it. Choose the right folder."),
        label);
  else
    g_set_error (
        error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_EMPTY,
        _ ("“%s” has nothing of Spil in it. Connect the shared folder or the stick, or choose the right folder."),
        label);
  return FALSE;
}

gboolean
spil_space_carrier_check (SpilCarrier *carrier, const SpilId *space, const SpilId *known, SpilId *found,
                          GCancellable *cancellable, GError **error)
{
  Marks marks;

  if (!read_marks (carrier, space, known, &marks, cancellable, error))
    return FALSE;
  if (!marks.space || (!marks.known && !spil_id_is_nil (*known)))
    return refuse (carrier, &marks, error);
  *found = marks.known ? *known : marks.carrier;
  return TRUE;
}

gboolean
spil_space_carrier_take (SpilCarrier *carrier, const SpilId *space, SpilId *found, GCancellable *cancellable,
                         GError **error)
{
  SpilCarrierMark mark = { .space = *space, .carrier = spil_id_new () };
  g_autofree char *name = spil_carrier_mark_dup_name (&mark);
  g_autoptr (GBytes) bytes = spil_carrier_mark_to_bytes (&mark);
  Marks marks;

  if (!read_marks (carrier, space, NULL, &marks, cancellable, error))
    return FALSE;
  if (!marks.space && marks.any)
    return refuse (carrier, &marks, error);
  *found = marks.space ? marks.carrier : mark.carrier;
  return marks.space || spil_carrier_put (carrier, name, bytes, cancellable, error);
}

void
spil_space_carrier_give_back (SpilCarrier *carrier, const SpilId *space, const SpilId *id)
{
  SpilCarrierMark mark = { .space = *space, .carrier = *id };
  g_autofree char *name = spil_carrier_mark_dup_name (&mark);

  // What cannot be removed now does no harm: it marks a folder for a space that has no members.
  spil_carrier_remove (carrier, name, NULL, NULL);
}
