// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pages.h"

#include <glib/gi18n-lib.h>

#include "spil-areas-page.h"
#include "spil-budget-page.h"
#include "spil-effects-page.h"
#include "spil-employers-page.h"
#include "spil-entity.h"
#include "spil-fund-page.h"
#include "spil-home-page.h"
#include "spil-planning-page.h"
#include "spil-reports-page.h"
#include "spil-risks-page.h"
#include "spil-sync-page.h"
#include "spil-toolkit-page.h"

static const SpilPageInfo pages[] = {
  { "home", NC_ ("page", "Overview"), "spil-home-symbolic", 0, 0, spil_home_page_get_type },
  { "employers", NC_ ("page", "Employers"), "spil-employers-symbolic", SPIL_MODULE_EMPLOYERS,
    SPIL_ENTITY_ORGANISATION, spil_employers_page_get_type },
  { "areas", NC_ ("page", "Areas"), "spil-areas-symbolic", SPIL_MODULE_AREAS, SPIL_ENTITY_AREA,
    spil_areas_page_get_type },
  { "toolkit", NC_ ("page", "Toolkit"), "spil-toolkit-symbolic", SPIL_MODULE_TOOLKIT, SPIL_ENTITY_INSTRUMENT,
    spil_toolkit_page_get_type },
  { "fund", NC_ ("page", "Fund"), "spil-fund-symbolic", SPIL_MODULE_FUND, SPIL_ENTITY_APPLICATION,
    spil_fund_page_get_type },
  { "planning", NC_ ("page", "Planning"), "spil-planning-symbolic", SPIL_MODULE_PLANNING, SPIL_ENTITY_TASK,
    spil_planning_page_get_type },
  { "budget", NC_ ("page", "Budget"), "spil-budget-symbolic", SPIL_MODULE_BUDGET, SPIL_ENTITY_BUDGET_LINE,
    spil_budget_page_get_type },
  { "risks", NC_ ("page", "Risks"), "spil-risks-symbolic", SPIL_MODULE_RISKS, SPIL_ENTITY_RISK,
    spil_risks_page_get_type },
  { "effects", NC_ ("page", "Effects"), "spil-effects-symbolic", SPIL_MODULE_EFFECTS, SPIL_ENTITY_INDICATOR,
    spil_effects_page_get_type },
  { "reports", NC_ ("page", "Reports"), "spil-reports-symbolic", SPIL_MODULE_REPORTS, SPIL_ENTITY_REPORT,
    spil_reports_page_get_type },
  { "sync", NC_ ("page", "Working together"), "spil-sync-symbolic", 0, 0, spil_sync_page_get_type },
};

const SpilPageInfo *
spil_pages (int *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const char *
spil_page_info_title (const SpilPageInfo *info)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "page", info->title);
}

int
spil_pages_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return i;
  return -1;
}

// What further is opened on a page, besides what one goes there for.
static const struct
{
  int entity;
  int page_entity;
} parts[] = {
  { SPIL_ENTITY_EFFECT, SPIL_ENTITY_INDICATOR },    { SPIL_ENTITY_COHORT, SPIL_ENTITY_INSTRUMENT },
  { SPIL_ENTITY_OFFER, SPIL_ENTITY_INSTRUMENT },    { SPIL_ENTITY_EVENT, SPIL_ENTITY_INSTRUMENT },
  { SPIL_ENTITY_ALLIANCE, SPIL_ENTITY_INSTRUMENT }, { SPIL_ENTITY_ACTION_LINE, SPIL_ENTITY_TASK },
  { SPIL_ENTITY_SCHEME, SPIL_ENTITY_APPLICATION },
};

int
spil_pages_find_for_entity (int entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].entity == entity)
      return spil_pages_find_for_entity (parts[i].page_entity);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (entity != 0 && pages[i].entity == entity)
      return i;
  return -1;
}
