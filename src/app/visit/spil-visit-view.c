// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-view.h"

#include <glib/gi18n-lib.h>

#include "spil-row-group.h"

struct _SpilVisitView
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *address;
  GtkBox *facts;
  SpilRowGroup *parts[SPIL_N_VISIT_PARTS];
  GtkLabel *nothing; /**< which parts say nothing */
};

G_DEFINE_FINAL_TYPE (SpilVisitView, spil_visit_view, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A fact: its name small above it. */
static GtkWidget *
make_fact (const SpilVisitFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label ("caption");
  GtkWidget *value = make_label ("heading");

  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_text (GTK_LABEL (label), fact->label);
  gtk_label_set_text (GTK_LABEL (value), fact->value != NULL ? fact->value : _ ("not stated"));
  if (fact->late) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (icon, "warning");
    gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    gtk_box_append (GTK_BOX (line), icon);
  }
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static void
show_facts (SpilVisitView *self, const SpilVisitSheet *sheet)
{
  GtkWidget *wrap = adw_wrap_box_new ();
  GtkWidget *before = gtk_widget_get_first_child (GTK_WIDGET (self->facts));

  if (before != NULL)
    gtk_box_remove (self->facts, before);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 12);
  for (guint i = 0; i < sheet->facts->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (wrap), make_fact (sheet->facts->pdata[i]));
  gtk_box_append (self->facts, wrap);
}

static GtkWidget *
make_row (const SpilVisitLine *line)
{
  GtkWidget *row = spil_text_row_new (line->text, line->detail, line->end);

  if (line->late) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (icon, "warning");
    gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  }
  return row;
}

static void
show_section (SpilVisitView *self, const SpilVisitChapter *section)
{
  SpilRowGroup *group = self->parts[section->part];

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), section->title);
  spil_row_group_begin (group);
  for (guint i = 0; i < section->lines->len; i++)
    spil_row_group_append (group, make_row (section->lines->pdata[i]));
  if (section->more != NULL)
    spil_row_group_append (group, spil_text_row_new (section->more, NULL, NULL));
  spil_row_group_end (group, NULL);
}

// What there is not, in one line: an empty card for each would hide what there is.
static void
show_nothing (SpilVisitView *self, const SpilVisitSheet *sheet)
{
  g_autofree char *nothing = spil_visit_sheet_dup_nothing (sheet);

  gtk_label_set_text (self->nothing, nothing != NULL ? nothing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), nothing != NULL);
}

static GtkWidget *
make_content (SpilVisitView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->name = GTK_LABEL (make_label ("title-1"));
  self->address = GTK_LABEL (make_label ("dimmed"));
  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_margin_top (GTK_WIDGET (self->facts), 6);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->address));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (content), head);
  for (int part = 0; part < SPIL_N_VISIT_PARTS; part++) {
    self->parts[part] = SPIL_ROW_GROUP (spil_row_group_new (""));
    gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->parts[part]));
  }
  self->nothing = GTK_LABEL (make_label ("dimmed"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->nothing));
  return content;
}

static void
spil_visit_view_class_init (SpilVisitViewClass *klass)
{
}

static void
spil_visit_view_init (SpilVisitView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  gtk_widget_set_margin_start (clamp, 18);
  gtk_widget_set_margin_end (clamp, 18);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_content (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_add_css_class (GTK_WIDGET (self), "visit-sheet");
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
spil_visit_view_set_sheet (SpilVisitView *self, const SpilVisitSheet *sheet)
{
  g_return_if_fail (SPIL_IS_VISIT_VIEW (self));
  g_return_if_fail (sheet != NULL);

  gtk_label_set_text (self->name, sheet->name);
  gtk_label_set_text (self->address, sheet->address != NULL ? sheet->address : "");
  gtk_widget_set_visible (GTK_WIDGET (self->address), sheet->address != NULL);
  show_facts (self, sheet);
  for (guint i = 0; i < sheet->sections->len; i++)
    show_section (self, sheet->sections->pdata[i]);
  show_nothing (self, sheet);
}
