// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-entity.h"
#include "spil-value.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FIELD_EDITOR (spil_field_editor_get_type ())

/**
 * The row of a form in which one field is typed or chosen, with its error under it. There is a subclass for each way of typing.
 * Signal `changed`: a person changed the value.
 */
G_DECLARE_DERIVABLE_TYPE (SpilFieldEditor, spil_field_editor, SPIL, FIELD_EDITOR, GObject)

struct _SpilFieldEditorClass
{
  GObjectClass parent_class;

  /** Makes the row; called once, when entity and field are known. */
  GtkWidget *(*make_row) (SpilFieldEditor *self);
  void (*set_value) (SpilFieldEditor *self, const SpilValue *value);
  /** What stands there; FALSE when it cannot be read. */
  gboolean (*get_value) (SpilFieldEditor *self, SpilValue *value, GError **error);
  /** The widget that the error message belongs to, when that is not the row. */
  GtkAccessible *(*get_accessible) (SpilFieldEditor *self);
};

/** Makes the editor that fits the field. @worker serves fields that refer to rows. */
SpilFieldEditor *spil_field_editor_new (SpilWorker *worker, const SpilEntity *entity, const SpilField *field);

/** The same as an editor of @type, for a field that is chosen in a way of its own. */
SpilFieldEditor *
spil_field_editor_new_of (GType type, SpilWorker *worker, const SpilEntity *entity, const SpilField *field);

const SpilEntity *spil_field_editor_get_entity (SpilFieldEditor *self);
const SpilField *spil_field_editor_get_field (SpilFieldEditor *self);
SpilWorker *spil_field_editor_get_worker (SpilFieldEditor *self);

/** The row; owned by the editor. */
GtkWidget *spil_field_editor_get_row (SpilFieldEditor *self);

/** The widget in the row that gets the keyboard; for adw_dialog_set_focus(). */
GtkWidget *spil_field_editor_get_input (SpilFieldEditor *self);

/** Another title than that of the field, in a form that knows itself when it has to be filled in. */
void spil_field_editor_set_title (SpilFieldEditor *self, const char *title);

/** Adds the row, and the hidden one for its error, to @group. */
void spil_field_editor_add_to (SpilFieldEditor *self, AdwPreferencesGroup *group);

/** The same below an expander. */
void spil_field_editor_add_to_expander (SpilFieldEditor *self, AdwExpanderRow *expander);

void spil_field_editor_set_value (SpilFieldEditor *self, const SpilValue *value);

/** The value, checked as far as that can be done for one field; else FALSE, the error is shown at the row and @error is set. */
gboolean spil_field_editor_check (SpilFieldEditor *self, SpilValue *value, GError **error);

/** What stands there now, as it is: unset where it cannot be read or is wrong. Nothing is shown. */
void spil_field_editor_peek (SpilFieldEditor *self, SpilValue *value);

/** Shows @message under the row; NULL: none. */
void spil_field_editor_set_error (SpilFieldEditor *self, const char *message);

/** Shows under the row what to mind, unless an error stands there; NULL: nothing. */
void spil_field_editor_set_warning (SpilFieldEditor *self, const char *message);

/** For subclasses: a person changed the value. */
void spil_field_editor_changed (SpilFieldEditor *self);
/** For subclasses: a person left the row, so that its error may be shown. */
void spil_field_editor_left (SpilFieldEditor *self);
/** For subclasses: the label, marked when the field must be filled in. */
char *spil_field_editor_dup_title (SpilFieldEditor *self);

G_END_DECLS
