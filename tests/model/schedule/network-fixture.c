// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "network-fixture.h"

static SpilId
make_id (int number)
{
  SpilId id = SPIL_ID_NIL;

  id.bytes[15] = (uint8_t) number;
  return id;
}

/* 416 is 16 April 2018; 0: not known. */
SpilDay
network_day (int month_day)
{
  return month_day == 0 ? SPIL_DAY_NONE : spil_day_from_ymd (2018, month_day / 100, month_day % 100);
}

int
network_number_of (SpilDay found)
{
  int month, month_day;

  if (!spil_day_is_known (found))
    return 0;
  spil_day_to_ymd (found, NULL, &month, &month_day);
  return month * 100 + month_day;
}

SpilWorkCalendar *
network_make_calendar (void)
{
  static const SpilWorkWeek week = { .weekdays = 0x1f };

  return spil_work_calendar_new (&week, NULL, 0);
}

/* Task number n of a list has id n + 1. @parent: the place of what it is part of; -1. */
SpilScheduleTask
network_make_task (int place, int parent, int start, int end)
{
  return (SpilScheduleTask) { .id = make_id (place + 1),
                              .parent = make_id (parent + 1),
                              .start = network_day (start),
                              .end = network_day (end),
                              .deadline = SPIL_DAY_NONE,
                              .not_before = SPIL_DAY_NONE,
                              .progress = -1 };
}

SpilScheduleLink
network_make_link (int from, int to, int type, int lag)
{
  return (SpilScheduleLink) { .from_index = from, .to_index = to, .type = type, .lag = lag };
}

const SpilCascadeRow *
network_row_of (const GArray *rows, int task)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_array_index (rows, SpilCascadeRow, i).task == task)
      return &g_array_index (rows, SpilCascadeRow, i);
  return NULL;
}

void
network_parts_init (NetworkParts *self, gboolean own_dates)
{
  static const int dates[][3] = { { -1, 0, 0 }, { 0, 409, 410 }, { 0, 411, 413 }, { -1, 416, 417 },
                                  { -1, 0, 0 }, { 4, 418, 419 }, { 4, 420, 0 } };

  for (int i = 0; i < 7; i++)
    self->tasks[i] = network_make_task (i, dates[i][0], dates[i][1], dates[i][2]);
  self->tasks[6].milestone = TRUE;
  if (own_dates) {
    self->tasks[4].start = network_day (418);
    self->tasks[4].end = network_day (430);
  }
  self->links[0] = network_make_link (0, 3, FS, 0);
  self->links[1] = network_make_link (3, 4, FS, 0);
  self->calendar = network_make_calendar ();
  self->network = spil_network_new (self->tasks, 7, self->links, 2, self->calendar);
}

void
network_parts_clear (NetworkParts *self)
{
  spil_network_free (self->network);
  spil_work_calendar_unref (self->calendar);
}

void
network_assert_row (const GArray *rows, guint place, int task, int start, int end, int because,
                    SpilCascadeNote note)
{
  const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, place);

  g_test_message ("row %u", place);
  g_assert_cmpuint (rows->len, >, place);
  g_assert_cmpint (row->task, ==, task);
  g_assert_cmpint (network_number_of (row->start), ==, start);
  g_assert_cmpint (network_number_of (row->end), ==, end);
  g_assert_cmpint (row->because, ==, because);
  g_assert_cmpint (row->note, ==, note);
}
