// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-section.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-visit-strip.h"

// Weeks that are looked back and ahead.
#define WEEKS_BACK 8
#define WEEKS_AHEAD 10

struct _SpilVisitSection
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *warning;
  SpilChartView *strip;
};

G_DEFINE_FINAL_TYPE (SpilVisitSection, spil_visit_section, ADW_TYPE_PREFERENCES_GROUP)

/* The data */

SpilVisits *
spil_visits_load (SpilStore *store, SpilId organisation, const char *const brokers[2], SpilDay today,
                  GError **error)
{
  g_autoptr (SpilVisits) self = g_new0 (SpilVisits, 1);
  SpilNorms norms;

  self->today = today;
  self->first = spil_day_add (today, -7 * WEEKS_BACK);
  self->last = spil_day_add (today, 7 * WEEKS_AHEAD);
  for (int i = 0; i < 2; i++)
    self->brokers[i] = g_strdup (brokers[i]);
  self->meetings = spil_meeting_query (store, organisation, self->first, self->last, error);
  if (self->meetings == NULL || !spil_norm_query (store, &norms, error))
    return NULL;
  self->guard_days = spil_norms_get_whole (&norms, SPIL_NORM_VISIT_GUARD_DAYS);
  return g_steal_pointer (&self);
}

void
spil_visits_free (SpilVisits *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_free (self->brokers[0]);
  g_free (self->brokers[1]);
  g_free (self);
}

char *
spil_visits_dup_warning (const SpilVisits *self, const char *broker, SpilDay day)
{
  g_autoptr (GArray) visits = spil_meetings_get_visits (self->meetings);
  SpilVisit planned = { day, broker, TRUE };
  SpilVisitClash clash;

  if (broker != NULL)
    g_array_append_val (visits, planned);
  clash = spil_visit_guard_find ((const SpilVisit *) (gpointer) visits->data, visits->len, self->guard_days,
                                 self->today);
  return spil_visit_clash_dup_text (&clash, (const SpilVisit *) (gpointer) visits->data);
}

/* The warning */

GtkWidget *
spil_warning_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                   "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "warning-card");
  gtk_widget_set_visible (box, FALSE);
  return box;
}

void
spil_warning_set_text (GtkWidget *warning, const char *text)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (warning)), text != NULL ? text : "");
  gtk_widget_set_visible (warning, text != NULL);
}

/* The strip */

static void
mark_clash (SpilVisitStrip *strip, const SpilVisits *visits)
{
  g_autoptr (GArray) array = spil_meetings_get_visits (visits->meetings);
  const SpilVisit *all = (const SpilVisit *) (gpointer) array->data;
  SpilVisitClash clash = spil_visit_guard_find (all, array->len, visits->guard_days, visits->today);
  SpilDay first, second;

  if (!clash.found)
    return;
  first = all[clash.first].day;
  second = all[clash.second].day;
  if (spil_day_compare (first, second) <= 0)
    spil_visit_strip_set_clash (strip, first, second);
  else
    spil_visit_strip_set_clash (strip, second, first);
}

// Fills @n_brokers with how many brokers it is about.
static SpilChart *
make_strip (const SpilVisits *visits, int *n_brokers)
{
  SpilVisitStrip *strip = spil_visit_strip_new (visits->first, visits->last, visits->today);

  *n_brokers = 0;
  for (int i = 0; i < 2; i++)
    if (visits->brokers[i] != NULL)
      *n_brokers = MAX (*n_brokers, spil_visit_strip_add_lane (strip, visits->brokers[i]) + 1);
  for (guint i = 0; i < visits->meetings->len; i++) {
    const SpilMeeting *meeting = visits->meetings->pdata[i];
    int lane;

    if (meeting->broker == NULL)
      continue;
    lane = spil_visit_strip_add_lane (strip, meeting->broker);
    *n_brokers = MAX (*n_brokers, lane + 1);
    spil_visit_strip_add (strip, lane, meeting->day, meeting->kind == SPIL_CONTACT_KIND_VISITED,
                          meeting->planned, meeting->text);
  }
  mark_clash (strip, visits);
  return spil_visit_strip_to_chart (strip);
}

static void
spil_visit_section_class_init (SpilVisitSectionClass *klass)
{
}

static void
spil_visit_section_init (SpilVisitSection *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->warning = spil_warning_new ();
  self->strip = SPIL_CHART_VIEW (spil_chart_view_new (_ ("Who comes when")));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (lines), self->warning);
  gtk_box_append (GTK_BOX (lines), card);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), lines);
}

void
spil_visit_section_show (SpilVisitSection *self, const SpilVisits *visits)
{
  g_autofree char *warning = spil_visits_dup_warning (visits, NULL, SPIL_DAY_NONE);
  g_autoptr (SpilChart) chart = NULL;
  int n_brokers;

  g_return_if_fail (SPIL_IS_VISIT_SECTION (self));

  chart = make_strip (visits, &n_brokers);
  spil_warning_set_text (self->warning, warning);
  spil_chart_view_set_chart (self->strip, chart);
  gtk_widget_set_visible (GTK_WIDGET (self), n_brokers > 1);
}
