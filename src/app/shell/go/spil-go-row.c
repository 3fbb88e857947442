// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-go-row.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-text.h"

struct _SpilGoRow
{
  GtkListBoxRow parent_instance;

  int order;
  char *group;
  int64_t n_more;
  char *action;
  GStrv words; // of the title, folded
};

G_DEFINE_FINAL_TYPE (SpilGoRow, spil_go_row, GTK_TYPE_LIST_BOX_ROW)

static void
spil_go_row_finalize (GObject *object)
{
  SpilGoRow *self = SPIL_GO_ROW (object);

  g_free (self->group);
  g_free (self->action);
  g_strfreev (self->words);
  G_OBJECT_CLASS (spil_go_row_parent_class)->finalize (object);
}

static void
spil_go_row_class_init (SpilGoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_go_row_finalize;
}

static void
spil_go_row_init (SpilGoRow *self)
{
}

static GtkWidget *
make_label (const char *markup, gboolean small)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (small) {
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dimmed");
  }
  return label;
}

static GtkWidget *
make_first_line (const SpilGoRowContent *content)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (content->title, FALSE);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  if (content->detail != NULL) {
    GtkWidget *detail = make_label (content->detail, TRUE);

    gtk_widget_set_valign (detail, GTK_ALIGN_BASELINE_CENTER);
    gtk_box_append (GTK_BOX (line), detail);
  }
  return line;
}

static char *
strip_markup (const char *markup)
{
  char *text = NULL;

  if (markup == NULL || !pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    return g_strdup ("");
  return text;
}

static void
name (SpilGoRow *self, const SpilGoRowContent *content, const char *title)
{
  g_autofree char *detail = strip_markup (content->detail);
  g_autofree char *context = strip_markup (content->context);
  g_autoptr (GString) label = g_string_new (title);

  if (*detail != '\0')
    g_string_append_printf (label, ", %s", detail);
  if (*context != '\0')
    g_string_append_printf (label, ", %s", context);
  g_string_append_printf (label, ", %s", content->group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

GtkWidget *
spil_go_row_new (const SpilGoRowContent *content)
{
  SpilGoRow *self = g_object_new (SPIL_TYPE_GO_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = strip_markup (content->title);
  g_autofree char *folded = spil_text_fold (title);

  self->order = content->order;
  self->group = g_strdup (content->group);
  self->n_more = content->n_more;
  self->action = g_strdup (content->action);
  self->words = g_strsplit (folded, " ", -1);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (content->icon));
  gtk_box_append (GTK_BOX (lines), make_first_line (content));
  if (content->context != NULL)
    gtk_box_append (GTK_BOX (lines), make_label (content->context, TRUE));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name (self, content, title);
  return GTK_WIDGET (self);
}

int
spil_go_row_get_order (SpilGoRow *self)
{
  g_return_val_if_fail (SPIL_IS_GO_ROW (self), 0);
  return self->order;
}

const char *
spil_go_row_get_action (SpilGoRow *self)
{
  g_return_val_if_fail (SPIL_IS_GO_ROW (self), NULL);
  return self->action;
}

static gboolean
has_word (const char *const *words, const char *prefix)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], prefix))
      return TRUE;
  return FALSE;
}

gboolean
spil_go_row_matches (SpilGoRow *self, const char *const *words)
{
  g_return_val_if_fail (SPIL_IS_GO_ROW (self), FALSE);

  for (gsize i = 0; words[i] != NULL; i++)
    if (!has_word ((const char *const *) self->words, words[i]))
      return FALSE;
  return TRUE;
}

// How many there are besides: "12 more", "1.000 or more besides".
static char *
describe_more (int64_t n_more)
{
  g_autofree char *number = spil_integer_format (ABS (n_more));

  if (n_more < 0)
    // Translators: %s is a number; so many further results there are at least.
    return g_strdup_printf (_ ("%s or more besides"), number);
  // Translators: %s is a number of further results.
  return g_strdup_printf (ngettext ("%s more", "%s more", (gulong) n_more), number);
}

void
spil_go_row_set_headed (SpilGoRow *self, gboolean headed)
{
  GtkWidget *header = NULL;

  g_return_if_fail (SPIL_IS_GO_ROW (self));

  if (headed) {
    g_autofree char *escaped = g_markup_escape_text (self->group, -1);
    GtkWidget *heading = make_label (escaped, FALSE);

    header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    gtk_widget_add_css_class (header, "go-header");
    gtk_widget_add_css_class (heading, "caption-heading");
    gtk_widget_set_hexpand (heading, TRUE);
    gtk_box_append (GTK_BOX (header), heading);
    if (self->n_more != 0) {
      g_autofree char *more = describe_more (self->n_more);

      gtk_box_append (GTK_BOX (header), make_label (more, TRUE));
    }
  }
  gtk_list_box_row_set_header (GTK_LIST_BOX_ROW (self), header);
}
