// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-mspdi-reader.h"

#define WORK 1

/* Resources and who is assigned to what. Of both, only what makes an owner is kept; hours, rates and costs are those of that program. */

typedef struct
{
  char *uid;
  char *guid;
  char *name;
  int type;
  int is_null;
} Resource;

#define PASS(name, usual)                                                                                    \
  {                                                                                                          \
    name, SPIL_MSPDI_QUIET, 0, usual                                                                         \
  }

static const SpilMspdiField resource_fields[] = {
  { "UID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Resource, uid), NULL },
  { "GUID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Resource, guid), NULL },
  { "Name", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Resource, name), NULL },
  { "Type", SPIL_MSPDI_INTEGER, G_STRUCT_OFFSET (Resource, type), NULL },
  { "IsNull", SPIL_MSPDI_BOOLEAN, G_STRUCT_OFFSET (Resource, is_null), NULL },
  PASS ("ID", ""),
  PASS ("Initials", ""),
  PASS ("Phonetics", ""),
  PASS ("WorkGroup", ""),
  PASS ("MaxUnits", "1"),
  PASS ("PeakUnits", ""),
  PASS ("OverAllocated", ""),
  PASS ("Start", ""),
  PASS ("Finish", ""),
  PASS ("CanLevel", ""),
  PASS ("AccrueAt", ""),
  PASS ("Work", ""),
  PASS ("RegularWork", ""),
  PASS ("OvertimeWork", ""),
  PASS ("ActualWork", ""),
  PASS ("RemainingWork", ""),
  PASS ("ActualOvertimeWork", ""),
  PASS ("RemainingOvertimeWork", ""),
  PASS ("PercentWorkComplete", ""),
  PASS ("StandardRate", "0"),
  PASS ("StandardRateFormat", ""),
  PASS ("Cost", ""),
  PASS ("OvertimeRate", "0"),
  PASS ("OvertimeRateFormat", ""),
  PASS ("OvertimeCost", ""),
  PASS ("CostPerUse", "0"),
  PASS ("ActualCost", ""),
  PASS ("ActualOvertimeCost", ""),
  PASS ("RemainingCost", ""),
  PASS ("RemainingOvertimeCost", ""),
  PASS ("WorkVariance", ""),
  PASS ("CostVariance", ""),
  PASS ("SV", ""),
  PASS ("CV", ""),
  PASS ("ACWP", ""),
  PASS ("CalendarUID", ""),
  PASS ("BCWS", ""),
  PASS ("BCWP", ""),
  PASS ("IsGeneric", ""),
  PASS ("IsInactive", ""),
  PASS ("IsEnterprise", ""),
  PASS ("BookingType", ""),
  PASS ("ActualWorkProtected", ""),
  PASS ("ActualOvertimeWorkProtected", ""),
  PASS ("CreationDate", ""),
  PASS ("IsCostResource", ""),
  PASS ("IsBudget", ""),
  { NULL, 0, 0, NULL },
};
static const SpilMspdiTable resource_table = { "Resource", resource_fields, NULL, NULL };

gboolean
spil_mspdi_take_resource (SpilMspdi *self, GError **error)
{
  Resource raw = { .type = WORK };
  const gboolean taken = spil_mspdi_take (self, &resource_table, &raw, error);

  if (taken && raw.uid != NULL && raw.name != NULL && raw.is_null != 1) {
    SpilPlanFileResource *resource = spil_plan_file_add_resource (self->plan);

    resource->uid = g_strdup (g_strstrip (raw.uid));
    resource->guid = spil_mspdi_dup_guid (raw.guid);
    resource->name = g_strdup (g_strstrip (raw.name));
    resource->person = raw.type == WORK;
  }
  g_free (raw.uid);
  g_free (raw.guid);
  g_free (raw.name);
  return taken && spil_plan_file_check_items (self->plan->resources->len, error);
}

typedef struct
{
  char *task;
  char *resource;
  double units;
} Assignment;

static const SpilMspdiField assignment_fields[] = {
  { "TaskUID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Assignment, task), NULL },
  { "ResourceUID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Assignment, resource), NULL },
  { "Units", SPIL_MSPDI_NUMBER, G_STRUCT_OFFSET (Assignment, units), NULL },
  PASS ("UID", ""),
  PASS ("GUID", ""),
  PASS ("PercentWorkComplete", ""),
  PASS ("ActualCost", ""),
  PASS ("ActualFinish", ""),
  PASS ("ActualOvertimeCost", ""),
  PASS ("ActualOvertimeWork", ""),
  PASS ("ActualStart", ""),
  PASS ("ActualWork", ""),
  PASS ("ACWP", ""),
  PASS ("Confirmed", ""),
  PASS ("Cost", ""),
  PASS ("CostRateTable", ""),
  PASS ("RateScale", ""),
  PASS ("CostVariance", ""),
  PASS ("CV", ""),
  PASS ("Delay", "0"),
  PASS ("Finish", ""),
  PASS ("FinishVariance", ""),
  PASS ("WorkVariance", ""),
  PASS ("HasFixedRateUnits", ""),
  PASS ("FixedMaterial", ""),
  PASS ("LevelingDelay", ""),
  PASS ("LevelingDelayFormat", ""),
  PASS ("LinkedFields", ""),
  PASS ("Milestone", ""),
  PASS ("Overallocated", ""),
  PASS ("OverAllocated", ""),
  PASS ("OvertimeCost", ""),
  PASS ("OvertimeWork", ""),
  PASS ("PeakUnits", ""),
  PASS ("RegularWork", ""),
  PASS ("RemainingCost", ""),
  PASS ("RemainingOvertimeCost", ""),
  PASS ("RemainingOvertimeWork", ""),
  PASS ("RemainingWork", ""),
  PASS ("ResponsePending", ""),
  PASS ("Start", ""),
  PASS ("Stop", ""),
  PASS ("Resume", ""),
  PASS ("StartVariance", ""),
  PASS ("Summary", ""),
  PASS ("SV", ""),
  PASS ("UpdateNeeded", ""),
  PASS ("VAC", ""),
  PASS ("Work", ""),
  PASS ("WorkContour", "0"),
  PASS ("BCWS", ""),
  PASS ("BCWP", ""),
  PASS ("BookingType", ""),
  PASS ("ActualWorkProtected", ""),
  PASS ("ActualOvertimeWorkProtected", ""),
  PASS ("CreationDate", ""),
  PASS ("BudgetCost", "0"),
  PASS ("BudgetWork", "PT0H0M0S"),
  { NULL, 0, 0, NULL },
};
/* Hours day by day, and baselines of assignments, follow from what that program plans. */
static const char *const assignment_nested[] = { "TimephasedData", "Baseline", NULL };

static gboolean
pass_nested (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  return spil_xml_skip (self->xml, error);
}

static const SpilMspdiTable assignment_table = { "Assignment", assignment_fields, pass_nested,
                                                 assignment_nested };

gboolean
spil_mspdi_take_assignment (SpilMspdi *self, GError **error)
{
  Assignment raw = { .units = -1 };
  const gboolean taken = spil_mspdi_take (self, &assignment_table, &raw, error);

  if (taken && raw.task != NULL && raw.resource != NULL) {
    SpilPlanFileAssignment *assignment = spil_plan_file_add_assignment (self->plan);

    assignment->task_uid = g_strdup (g_strstrip (raw.task));
    assignment->resource_uid = g_strdup (g_strstrip (raw.resource));
    assignment->units = raw.units > 0 && raw.units < 1000 ? raw.units : -1;
  }
  g_free (raw.task);
  g_free (raw.resource);
  return taken && spil_plan_file_check_items (self->plan->assignments->len, error);
}
