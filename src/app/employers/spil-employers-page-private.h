// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart-view.h"
#include "spil-employer-bar.h"
#include "spil-employer-board.h"
#include "spil-employer-filter-menu.h"
#include "spil-filter-line.h"
#include "spil-employer-table.h"
#include "spil-employers-page.h"
#include "spil-id-selection.h"
#include "spil-saved-filters.h"
#include "spil-store-list-model.h"

G_BEGIN_DECLS

/* What the two files of the page share: its life (spil-employers-page.c) and what it asks (spil-employers-asking.c). */

typedef enum
{
  SPIL_EMPLOYER_DEED_OPEN,
  SPIL_EMPLOYER_DEED_VISIT,
  SPIL_EMPLOYER_DEED_CONTACT,
} SpilEmployerDeed;

struct _SpilEmployersPage
{
  SpilPage parent_instance;

  SpilEmployerSelection *selection;
  SpilEmployerDeed deed; /**< what is done now with whom is activated */
  SpilStoreListModel *model; /**< NULL until the page is first shown */
  SpilIdSelection *chosen; /**< what is selected of it */
  gboolean with_choices; /**< the filter menu has been opened, or something was selected */
  gboolean board_asked; /**< the board knows what to show */
  gboolean setting_up; /**< the widgets are set by the program */

  GtkSearchEntry *search;
  SpilEmployerFilterMenu *filter_menu;
  AdwButtonContent *filter_content;
  AdwToggleGroup *views;
  GtkWidget *import_button; /**< the menu has it too, for where there is no room */
  AdwToggle *list_toggle;
  AdwToggle *board_toggle;
  AdwToggle *chart_toggle;
  SpilSavedFilters *saved;
  SpilFilterLine *state;
  GtkStack *stack;
  SpilEmployerTable *table;
  AdwStatusPage *nothing;
  SpilEmployerBoard *board;
  GtkDropDown *period;
  SpilChartView *funnel;
  SpilEmployerBar *bar;
};

/** Whether that view ("list", "board", "chart") is chosen. */
gboolean spil_employers_is_view (SpilEmployersPage *self, const char *name);
void spil_employers_show_view (SpilEmployersPage *self);

/** Reads anew what the selection asks: the list, and the board where that is seen. */
void spil_employers_ask (SpilEmployersPage *self);
void spil_employers_ask_board (SpilEmployersPage *self);
/** The conditions have changed. */
void spil_employers_filter_changed (SpilEmployersPage *self);
void spil_employers_show_columns (SpilEmployersPage *self);
/** The order that the list had the last time. */
void spil_employers_restore_sort (SpilEmployersPage *self);

/** A plain click selects, or no longer. */
void spil_employers_set_selecting (SpilEmployersPage *self, gboolean selecting);
/** What filters and changes choose from is needed from now on. */
void spil_employers_want_choices (SpilEmployersPage *self);

void spil_employers_on_loaded_cb (SpilEmployersPage *self);
void spil_employers_on_chosen_changed_cb (SpilEmployersPage *self);

/** The handlers and actions of spil-employers-asking.c, for class_init. */
void spil_employers_bind_asking (GtkWidgetClass *widget_class);

G_END_DECLS
