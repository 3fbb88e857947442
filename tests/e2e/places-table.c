// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The table itself: one row for each place, in the order of the sidebar. */
#include "places.h"

#define PRESS(ROLE, START) { PLACE_PRESS, ATSPI_ROLE_##ROLE, START, NULL }
#define KEY(KEYS) { PLACE_KEY, 0, KEYS, NULL }
#define TYPE(TEXT) { PLACE_TYPE, 0, TEXT, NULL }
#define FILL(ENTRY, TEXT) { PLACE_FILL, 0, ENTRY, TEXT }
#define SEE(TEXT) { PLACE_SEE, 0, TEXT, NULL }
#define FIND(ROLE, START) { PLACE_FIND, ATSPI_ROLE_##ROLE, START, NULL }
#define FOCUS(ROLE, START) { PLACE_FOCUS, ATSPI_ROLE_##ROLE, START, NULL }
#define FRONT { PLACE_FRONT, 0, NULL, NULL }
#define GO(TYPED, ROW) { PLACE_GO, 0, TYPED, ROW }

// What can be done stands below what was found.
#define COMMAND(TYPED, ROW) KEY ("ctrl+k"), FIND (DIALOG, "Overal heen"), TYPE (TYPED), PRESS (LIST_ITEM, ROW)

#define PAGE 0, NULL
#define DIALOG(TITLE) ATSPI_ROLE_DIALOG, TITLE
#define ALERT ATSPI_ROLE_ALERT, NULL
#define MENU ATSPI_ROLE_MENU, NULL
#define POPOVER(NAME) ATSPI_ROLE_DIALOG, NAME
#define WINDOW(TITLE) ATSPI_ROLE_FRAME, TITLE

#define EMPLOYER GO ("witte fietstas", "Witte Fietstas Techniek")
#define PERSON EMPLOYER, SEE ("Tijdlijn"), PRESS (LIST_ITEM, "Fedde Carpoolsma")
#define TASK GO ("verkenning n35", "Verkenning N35 en N340 (demo)")
#define APPLICATION PRESS (RADIO_BUTTON, "Lijst"), PRESS (TABLE_ROW, "Lange Perronklok Expeditie (demo): ")
#define STEPPED PRESS (RADIO_BUTTON, "Lijst"), PRESS (TABLE_ROW, "Witte Fietstas Techniek (demo): ")
#define REGISTER PRESS (PAGE_TAB, "Posten"), PRESS (BUTTON, "Alle boekingen"), SEE ("77 boekingen")
#define VIEW(NAME) PRESS (TOGGLE_BUTTON, "Weergave van de planning"), PRESS (BUTTON, NAME)
#define PLANNED SEE ("Verkenning N35 en N340 (demo)")

// clang-format off
static const Place table[] = {
  /* Without a programme, or with one that cannot be used */
  { "welcome", "SpilWelcome", PLACE_EMPTY, NULL, {}, PAGE, "Welkom bij Spil" },
  { "welcome-menu", "welcome_menu", PLACE_EMPTY, NULL, { KEY ("F10") }, MENU, "Welkom bij Spil" },
  { "welcome-templates", "SpilWelcome", PLACE_EMPTY, NULL, { PRESS (LIST_ITEM, "Begin met een ander sjabloon") }, PAGE, "Alles erin kan daarna nog worden gewijzigd.", PRESS (BUTTON, "Terug") },
  { "failure", "spil-failure.c", PLACE_BROKEN, NULL, {}, PAGE, "Opnieuw proberen" },
  { "read-only", "spil-window.blp", PLACE_READ_ONLY, NULL, {}, PAGE, "Alleen-lezen geopend: er kan niets worden gewijzigd" },

  /* Home, and what every page has */
  { "home", "SpilHomePage", PLACE_DEMO, "home", {}, PAGE, "Spitsmijdingen" },
  { "home-begin", "spil-tour-offer.c", PLACE_PLAN, "home", {}, PAGE, "Nieuw hier?" },
  { "chart-menu", "chart_menu", PLACE_DEMO, "home", { PRESS (TOGGLE_BUTTON, "Meer voor deze grafiek") }, MENU, "Spitsmijdingen" },
  { "chart-table", "SpilChartView", PLACE_DEMO, "home", { PRESS (TOGGLE_BUTTON, "Als tabel tonen") }, PAGE, "Spitsmijdingen", PRESS (TOGGLE_BUTTON, "Als tabel tonen") },
  { "agenda", "SpilAgendaPage", PLACE_DEMO, "home", { KEY ("ctrl+g") }, PAGE, "Te laat" },
  { "retention", "SpilRetentionPage", PLACE_DEMO, "home", { GO ("te wissen", "Te wissen persoonsgegevens") }, PAGE, "Bewaartermijnen" },
  { "imports", "SpilImportHistoryPage", PLACE_DEMO, "home", { KEY ("ctrl+shift+i") }, PAGE, "Nog geen lijsten ingelezen" },
  { "main-menu", "spil-window.blp", PLACE_DEMO, "home", { KEY ("F10") }, MENU, "Spitsmijdingen" },
  { "shortcuts", "spil-shortcuts.c", PLACE_DEMO, "home", { KEY ("ctrl+question") }, DIALOG (NULL), "Overal heen" },
  { "about", "spil-about.c", PLACE_DEMO, "home", { GO ("over spil", "Over Spil") }, DIALOG (NULL), "Spil" },
  { "preferences", "spil-preferences-dialog.c", PLACE_DEMO, "home", { KEY ("ctrl+comma") }, DIALOG ("Voorkeuren"), "Uw naam" },
  { "history", "SpilHistoryDialog", PLACE_DEMO, "home", { KEY ("ctrl+h") }, DIALOG ("Wat er is gedaan"), "Demogegevens" },
  { "audit", "SpilAuditPage", PLACE_DEMO, "home", { COMMAND ("wie deed wat", "Wie deed wat") }, PAGE, "Regels zoeken" },
  { "audit-line", "spil-audit-line-dialog.c", PLACE_DEMO, "home", { COMMAND ("wie deed wat", "Wie deed wat"), PRESS (TABLE_ROW, "Database gemaakt") }, DIALOG (NULL), "SHA-256" },
  { "about-data", "SpilAboutDataPage", PLACE_DEMO, "home", { COMMAND ("over deze gegevens", "Over deze gegevens") }, PAGE, "Wat staat waar" },
  { "help", "SpilHelpWindow", PLACE_DEMO, "home", { KEY ("F1") }, WINDOW ("Hulp"), "Als er iets niet klopt" },
  { "tour", "spil-tour.c", PLACE_DEMO, "home", { COMMAND ("eerste stappen", "Eerste stappen") }, PAGE, "Zoek een werkgever", PRESS (BUTTON, "Stoppen met de eerste stappen") },
  { "print-preview", "SpilPrintPreview", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten"), SEE ("Totaal: vrij"), KEY ("ctrl+p"), FIND (DIALOG, "Afdrukken"), PRESS (BUTTON, "Voorbeeld"), SEE ("pagina 1 van 2"), FRONT }, DIALOG (NULL), "pagina 1 van 2" },
  { "go", "SpilGoDialog", PLACE_DEMO, "home", { KEY ("ctrl+k") }, DIALOG ("Overal heen"), "Werkgever toevoegen" },
  { "go-found", "SpilGoDialog", PLACE_DEMO, "home", { KEY ("ctrl+k"), SEE ("Werkgever toevoegen"), TYPE ("fiets") }, DIALOG ("Overal heen"), "Witte Fietstas Techniek" },
  { "go-nothing", "SpilGoDialog", PLACE_DEMO, "home", { KEY ("ctrl+k"), SEE ("Werkgever toevoegen"), TYPE ("qqq") }, DIALOG ("Overal heen"), "Niets gevonden" },
  { "import", "SpilImportDialog", PLACE_DEMO, "home", { KEY ("ctrl+i") }, DIALOG ("Lijst inlezen"), "Welke lijst?" },
  { "import-bookings", "SpilBookingImportDialog", PLACE_DEMO, "home", { KEY ("ctrl+alt+b") }, DIALOG ("Boekingen inlezen"), "Welke lijst?" },

  /* Employers */
  { "employers", "SpilEmployersPage", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst") }, PAGE, "Naam: " },
  { "employers-board", "SpilEmployersPage", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Bord"), FIND (LIST, "1. Bekendheid") }, PAGE, "Bekendheid" },
  { "employers-menu", "page_menu", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), PRESS (TOGGLE_BUTTON, "Meer voor deze lijst") }, MENU, "Naam: " },
  { "employers-columns", "SpilColumnsDialog", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), PRESS (TOGGLE_BUTTON, "Meer voor deze lijst"), FIND (MENU, "Meer voor deze lijst"), KEY ("Down"), KEY ("Down"), KEY ("Return") }, DIALOG ("Kolommen"), "Plaats" },
  { "export", "SpilExportDialog", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), PRESS (TOGGLE_BUTTON, "Meer voor deze lijst"), FIND (MENU, "Meer voor deze lijst"), KEY ("Up"), KEY ("Return") }, DIALOG (NULL), "Exporteren" },
  { "employers-filter-name", "spil-filter-name.c", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), KEY ("ctrl+f"), KEY ("alt+2"), SEE ("Filter ‘Contact te laat’ weghalen"), PRESS (TOGGLE_BUTTON, "Filters bewaren of beheren"), FIND (MENU, "Filters bewaren of beheren"), KEY ("Return") }, ALERT, "Naam van het filter", PRESS (BUTTON, "Filter ‘Contact te laat’ weghalen") },
  { "employers-card-menu", "spil-board.c", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Bord"), FIND (LIST, "1. Bekendheid"), KEY ("ctrl+f"), KEY ("Down"), KEY ("shift+F10") }, MENU, "Bekendheid" },
  { "employers-filter", "SpilEmployerFilterMenu", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), PRESS (TOGGLE_BUTTON, "Filter en volgorde") }, POPOVER ("Filter"), "Alleen waar contact te laat is" },
  { "employers-saved", "SpilSavedFilters", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), PRESS (TOGGLE_BUTTON, "Filters bewaren of beheren") }, MENU, "Naam: " },
  { "employers-selected", "SpilEmployerBar", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), SEE ("240 werkgevers"), FIND (TABLE_ROW, "Blauwe Fietsbel"), KEY ("ctrl+f"), KEY ("Down"), KEY ("ctrl+a") }, PAGE, "240 geselecteerd" },
  { "employers-change", "SpilBulkDialog", PLACE_DEMO, "employers", { PRESS (RADIO_BUTTON, "Lijst"), SEE ("240 werkgevers"), FIND (TABLE_ROW, "Blauwe Fietsbel"), KEY ("ctrl+f"), KEY ("Down"), KEY ("ctrl+a"), SEE ("240 geselecteerd"), PRESS (BUTTON, "Wijzigen…") }, DIALOG ("Werkgevers wijzigen"), "Label toevoegen" },
  { "employer-add", "SpilRecordDialog", PLACE_DEMO, "employers", { KEY ("ctrl+shift+n") }, DIALOG ("Werkgever toevoegen"), "KvK-nummer" },
  { "employer", "SpilEmployerPage", PLACE_DEMO, "employers", { EMPLOYER }, PAGE, "Tijdlijn" },
  { "contact-dialog", "SpilContactDialog", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), KEY ("ctrl+n") }, DIALOG ("Nieuw contactmoment"), "Notitie" },
  { "contact-chooser", "SpilEmployerChooser", PLACE_DEMO, "risks", { KEY ("ctrl+n") }, DIALOG ("Nieuw contactmoment"), "Welke werkgever?" },
  { "stage-dialog", "SpilStageDialog", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), KEY ("ctrl+e") }, DIALOG ("Fase wijzigen"), "Een werkgever gaat alleen met een reden verder." },
  { "employer-edit", "SpilRecordDialog", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), PRESS (BUTTON, "Gegevens wijzigen") }, DIALOG (NULL), "KvK-nummer" },
  { "person-erase", "SpilEraseDialog", PLACE_DEMO, "employers", { PERSON, PRESS (BUTTON, "Persoonsgegevens wissen…") }, DIALOG ("Persoonsgegevens wissen"), "Gegevens van de persoon" },
  { "person-overview", "spil-person-save.c", PLACE_DEMO, "employers", { PERSON, PRESS (BUTTON, "Overzicht van persoonsgegevens opslaan…") }, ALERT, "Waar is het overzicht voor?" },
  { "employer-menu", "export_menu", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), PRESS (TOGGLE_BUTTON, "Meer voor deze werkgever") }, MENU, "Tijdlijn" },
  { "offer-dialog", "SpilShortForm", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), KEY ("ctrl+shift+o") }, DIALOG (NULL), "Verwachte spitsmijdingen per werkdag" },
  { "merge-dialog", "spil-merge-dialog.c", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), PRESS (BUTTON, "Samenvoegen met…") }, DIALOG ("Met welke werkgever samenvoegen?"), "Gevonden werkgevers" },
  { "visit", "SpilVisitPage", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), KEY ("ctrl+b") }, PAGE, "Gehoorde behoeften" },
  { "visit-paper", "paper_menu", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), KEY ("ctrl+b"), SEE ("Gehoorde behoeften"), PRESS (TOGGLE_BUTTON, "Blad afdrukken of bewaren") }, MENU, "Gehoorde behoeften" },
  { "scan", "SpilScanPage", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), PRESS (LIST_ITEM, "Nulmeting, 12-03-2018") }, PAGE, "Wat eruit blijkt" },
  { "scan-counts", "SpilScanCountsDialog", PLACE_DEMO, "employers", { EMPLOYER, SEE ("Tijdlijn"), PRESS (LIST_ITEM, "Nulmeting, 12-03-2018"), PRESS (BUTTON, "Aantallen…") }, DIALOG ("Aantallen van de quickscan"), "Afstand tot huis" },
  { "duplicates-none", "SpilDuplicatesPage", PLACE_DEMO, "employers", { KEY ("ctrl+shift+d") }, PAGE, "Welke blijft?" },
  { "duplicates", "SpilDuplicatesPage", PLACE_DUPLICATES, NULL, { KEY ("ctrl+shift+d") }, PAGE, "Waarschijnlijk dezelfde" },

  /* Areas */
  { "areas", "SpilAreasPage", PLACE_DEMO, "areas", {}, PAGE, "Oosterenk" },
  { "area-add", "SpilRecordDialog", PLACE_DEMO, "areas", { KEY ("ctrl+shift+n") }, DIALOG (NULL), "Opslaan" },
  { "area", "SpilAreaPage", PLACE_DEMO, "areas", { GO ("hanzeland", "Hanzeland") }, PAGE, "Parkeerbalans" },
  { "area-check", "spil-area-check-form.c", PLACE_DEMO, "areas", { GO ("hanzeland", "Hanzeland"), PRESS (BUTTON, "Begin een gebiedstoets") }, PAGE, "Toets opslaan" },

  /* Toolkit */
  { "toolkit", "SpilToolkitPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Instrumenten") }, PAGE, "OV-probeerkaart" },
  { "offers", "SpilToolkitPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Aanbod") }, PAGE, "mijdingen per dag" },
  { "cohorts", "SpilToolkitPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Proefperioden") }, PAGE, "Te beslissen" },
  { "events", "SpilToolkitPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Bijeenkomsten") }, PAGE, "Geweest" },
  { "alliances", "SpilToolkitPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Allianties") }, PAGE, "Werkgeversalliantie Zwolle" },
  { "promises", "SpilToolkitPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Toezeggingen") }, PAGE, "Over tijd" },
  { "offers-none", "spil-section.c", PLACE_PLAN, "toolkit", { PRESS (PAGE_TAB, "Aanbod") }, PAGE, "Nog geen aanbod" },
  { "instrument", "SpilInstrumentPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Instrumenten"), SEE ("Movez"), PRESS (LIST_ITEM, "OV-probeerkaart") }, PAGE, "Aanbod per stand" },
  { "offer", "SpilOfferPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Instrumenten"), SEE ("Movez"), PRESS (LIST_ITEM, "OV-probeerkaart"), SEE ("Aanbod per stand"), PRESS (LIST_ITEM, "Lange Perronklok Expeditie (demo)") }, PAGE, "Gemeten effect" },
  { "cohort", "SpilCohortPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Proefperioden"), PRESS (LIST_ITEM, "Proefperiode") }, PAGE, "Gebruik per kaart per week" },
  { "event", "SpilEventPage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Bijeenkomsten"), PRESS (LIST_ITEM, "Rondetafel") }, PAGE, "Wie er kwamen" },
  { "alliance", "SpilAlliancePage", PLACE_DEMO, "toolkit", { PRESS (PAGE_TAB, "Allianties"), PRESS (LIST_ITEM, "Werkgeversalliantie") }, PAGE, "Leden" },

  /* Fund */
  { "fund", "SpilFundPage", PLACE_DEMO, "fund", { PRESS (RADIO_BUTTON, "Lijst") }, PAGE, "Lange Perronklok Expeditie" },
  { "fund-board", "SpilFundPage", PLACE_DEMO, "fund", { PRESS (RADIO_BUTTON, "Bord") }, PAGE, "Afgevallen" },
  { "fund-room", "SpilFundPage", PLACE_DEMO, "fund", { PRESS (RADIO_BUTTON, "Ruimte en effect") }, PAGE, "Wat het geld oplevert" },
  { "scheme", "SpilSchemePage", PLACE_DEMO, "fund", { PRESS (BUTTON, "Voorwaarden, eisen en weigeringsgronden") }, PAGE, "Weigeringsgrond toevoegen" },
  { "application-add", "SpilRecordDialog", PLACE_DEMO, "fund", { PRESS (BUTTON, "Aanvraag toevoegen") }, DIALOG ("Aanvraag toevoegen"), "Gevraagd" },
  { "application", "SpilApplicationPage", PLACE_DEMO, "fund", { APPLICATION }, PAGE, "Status: " },
  { "fund-step", "SpilFundStepDialog", PLACE_DEMO, "fund", { STEPPED, PRESS (BUTTON, "Slotbetaling doen") }, DIALOG ("Slotbetaling doen"), "Bedrag" },
  { "letter", "SpilLetterDialog", PLACE_DEMO, "fund", { APPLICATION, PRESS (BUTTON, "Brief maken…") }, DIALOG ("Brief maken"), "Onderwerp" },
  { "letter-text", "SpilLetterDialog", PLACE_DEMO, "fund", { APPLICATION, PRESS (BUTTON, "Brief maken…"), SEE ("Onderwerp"), PRESS (BUTTON, "De vaste tekst aanpassen…") }, DIALOG ("Brief maken"), "Wat Spil kan invullen" },

  /* Planning */
  { "planning", "SpilPlanningPage", PLACE_DEMO, "planning", {}, PAGE, "Verkenning N35 en N340" },
  { "planning-menu", "plan_menu", PLACE_DEMO, "planning", { PLANNED, PRESS (TOGGLE_BUTTON, "Meer voor de planning") }, MENU, "Verkenning N35 en N340" },
  { "planning-filter", "SpilPlanFilterMenu", PLACE_DEMO, "planning", { PLANNED, PRESS (TOGGLE_BUTTON, "Activiteiten filteren") }, POPOVER ("Filter"), "Alleen wat te laat is" },
  { "planning-view", "SpilPlanViewMenu", PLACE_DEMO, "planning", { PLANNED, PRESS (TOGGLE_BUTTON, "Weergave van de planning") }, POPOVER ("Weergave van de planning"), "Groeperen op" },
  { "planning-bar-menu", "spil-planning-menu.c", PLACE_DEMO, "planning", { PRESS (LIST_ITEM, "Verkenning N35 en N340 (demo)"), KEY ("shift+F10") }, MENU, "Verkenning N35 en N340" },
  { "planning-cascade", "SpilCascadePanel", PLACE_DEMO, "planning", { PRESS (LIST_ITEM, "Verkenning N35 en N340 (demo)"), KEY ("alt+Right") }, PAGE, "Wat meeschuift" },
  { "planning-table", "SpilPlanTable", PLACE_DEMO, "planning", { PLANNED, PRESS (TOGGLE_BUTTON, "Als tabel") }, PAGE, "Status: " },
  { "planning-legend", "spil-plan-legend-dialog.c", PLACE_DEMO, "planning", { PLANNED, VIEW ("Legenda") }, DIALOG ("Legenda"), "Legenda" },
  { "baselines", "SpilBaselinesPage", PLACE_DEMO, "planning", { PLANNED, VIEW ("Vastgelegde planningen…") }, PAGE, "Planning vastleggen" },
  { "comparison", "SpilComparisonPage", PLACE_DEMO, "planning", { PLANNED, VIEW ("Vastgelegde planningen…"), PRESS (BUTTON, "Planning vastleggen"), FILL ("Naam", "Zoals besloten"), PRESS (BUTTON, "Opslaan"), PRESS (BUTTON, "Dismiss"), PRESS (LIST_ITEM, "Zoals besloten") }, PAGE, "Onder de balken van de planning tonen" },
  { "free-days", "SpilFreeDaysPage", PLACE_DEMO, "planning", { PLANNED, VIEW ("Vrije dagen…") }, PAGE, "240 werkdagen in 2018" },
  { "load", "SpilLoadPage", PLACE_DEMO, "planning", { PLANNED, VIEW ("Belasting van de eigenaren") }, PAGE, "Bo Fietspad (demo)" },
  { "planning-print", "SpilPlanPrintDialog", PLACE_DEMO, "planning", { PLANNED, KEY ("ctrl+p") }, DIALOG ("Planning afdrukken"), "pagina 1 van" },
  { "task", "SpilTaskPage", PLACE_DEMO, "planning", { TASK }, PAGE, "Plaats in de planning" },
  { "task-add", "SpilRecordDialog", PLACE_DEMO, "planning", { TASK, PRESS (BUTTON, "Voorganger toevoegen") }, DIALOG ("Toevoegen: Afhankelijkheid"), "Van activiteit" },
  { "task-chooser", "SpilChooserPage", PLACE_DEMO, "planning", { TASK, PRESS (BUTTON, "Voorganger toevoegen"), PRESS (LIST_ITEM, "Van activiteit") }, DIALOG ("Toevoegen: Afhankelijkheid"), "Kies er een" },

  /* Budget */
  { "budget", "SpilBudgetPage", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten") }, PAGE, "Totaal: vrij" },
  { "budget-version", "spil-version-chooser.c", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten"), PRESS (TOGGLE_BUTTON, "Begrotingsversie: ") }, POPOVER ("Versies van de begroting"), "Geldt" },
  { "budget-sources", "SpilBudgetSources", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Bronnen") }, PAGE, "Post 5, Rijksbijdrage" },
  { "budget-course", "SpilBudgetCourse", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Verloop") }, PAGE, "Kas per kwartaal" },
  { "budget-versions", "SpilBudgetVersions", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Versies") }, PAGE, "Versies van de begroting" },
  { "budget-lists", "lists_menu", PLACE_DEMO, "budget", { PRESS (TOGGLE_BUTTON, "Lijsten bij de begroting") }, MENU, "Versies" },
  { "expense", "SpilRecordDialog", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten"), PRESS (BUTTON, "Uitgave boeken") }, DIALOG ("Uitgave boeken"), "Omschrijving" },
  { "forecasts", "SpilForecastPage", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten"), PRESS (BUTTON, "Prognose per kwartaal") }, PAGE, "Bedragen in euro" },
  { "periods", "SpilPeriodsPage", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten"), PRESS (BUTTON, "Afgesloten tijdvakken") }, PAGE, "Het 3e kwartaal 2018 afsluiten" },
  { "reallocation", "SpilReallocationDialog", PLACE_DEMO, "budget", { PRESS (PAGE_TAB, "Posten"), PRESS (BUTTON, "Begrotingswijziging maken") }, DIALOG ("Begrotingswijziging"), "Post 5, Wijziging" },
  { "budget-line", "SpilBudgetLinePage", PLACE_DEMO, "budget", { REGISTER, PRESS (TABLE_ROW, "Reistegoed proefperiode 5 (demo)"), PRESS (LIST_ITEM, "4. Toolkit") }, PAGE, "Wat er van deze post over is" },
  { "register", "SpilRegisterPage", PLACE_DEMO, "budget", { REGISTER }, PAGE, "77 boekingen" },
  { "register-book", "book_menu", PLACE_DEMO, "budget", { REGISTER, PRESS (TOGGLE_BUTTON, "Boeken") }, MENU, "77 boekingen" },
  { "booking", "SpilBookingPage", PLACE_DEMO, "budget", { REGISTER, PRESS (TABLE_ROW, "Reistegoed proefperiode 5 (demo)") }, PAGE, "Van reservering tot betaling" },
  { "booking-reason", "spil-reason-dialog.c", PLACE_DEMO, "budget", { REGISTER, PRESS (TABLE_ROW, "Reistegoed proefperiode 5 (demo)"), PRESS (BUTTON, "Terugboeken") }, ALERT, "Boeking terugboeken" },

  /* Risks, effects, reports */
  { "risks", "SpilRisksPage", PLACE_DEMO, "risks", {}, PAGE, "Nieuwe gebieden komen moeilijk op gang" },
  { "risk-row-menu", "spil-row-menu.c", PLACE_DEMO, "risks", { FOCUS (LIST_ITEM, "1. Nieuwe gebieden"), KEY ("shift+F10") }, MENU, "Risicoregister" },
  { "risk", "SpilRiskPage", PLACE_DEMO, "risks", { PRESS (LIST_ITEM, "1. Nieuwe gebieden") }, PAGE, "Beheersmaatregelen" },
  { "risk-add", "SpilRecordDialog", PLACE_DEMO, "risks", { KEY ("ctrl+shift+n") }, DIALOG ("Toevoegen: Risico"), "Opslaan" },
  { "discard", "spil-discard.c", PLACE_DEMO, "risks", { KEY ("ctrl+shift+n"), FIND (DIALOG, "Toevoegen: Risico"), FILL ("Kansscore", "2"), KEY ("Escape") }, ALERT, "Weggooien" },
  { "effects", "SpilEffectsPage", PLACE_DEMO, "effects", {}, PAGE, "Spitsmijdingen" },
  { "indicator", "SpilIndicatorPage", PLACE_DEMO, "effects", { SEE ("Emissiefactoren"), PRESS (LIST_ITEM, "Spitsmijdingen") }, PAGE, "Verloop" },
  { "effect", "SpilEffectPage", PLACE_DEMO, "effects", { SEE ("Spitsmijdingen"), PRESS (LIST_ITEM, "Effect van de probeeractie") }, PAGE, "Stap voor stap" },
  { "reports", "SpilReportsPage", PLACE_DEMO, "reports", {}, PAGE, "Stand per aspect" },

  /* Working together */
  { "sync", "SpilSyncPage", PLACE_DEMO, "sync", {}, PAGE, "Samen gaan werken" },
  { "share-dialog", "SpilShareDialog", PLACE_DEMO, "sync", { PRESS (LIST_ITEM, "Samen gaan werken") }, DIALOG ("Samen gaan werken"), "Uw naam" },
  { "removal-dialog", "spil-removal.c", PLACE_DEMO, "sync", { PRESS (LIST_ITEM, "Meedoen"), PRESS (BUTTON, "Verwijder lokale gegevens…") }, ALERT, "Typ “verwijder”" },
  { "take-part-question", "spil-sync-page.c", PLACE_DEMO, "sync", { PRESS (LIST_ITEM, "Meedoen") }, ALERT, "Op deze laptop staan al gegevens" },
  { "join-dialog", "SpilJoinDialog", PLACE_EMPTY, NULL, { PRESS (LIST_ITEM, "Meedoen met een uitnodiging") }, DIALOG (NULL), "Uitnodiging" },
  { "sync-shared", "SpilSyncPage", PLACE_SHARED, NULL, {}, PAGE, "Bijgewerkt om" },
  { "sync-away", "SpilSyncPage", PLACE_AWAY, NULL, {}, PAGE, "niet te bereiken" },
  { "invite-dialog", "SpilInviteDialog", PLACE_SHARED, NULL, { PRESS (BUTTON, "Laptop uitnodigen…") }, DIALOG ("Laptop uitnodigen"), "Wie gaat erop werken?" },
  { "recovery-dialog", "SpilRecoveryDialog", PLACE_SHARED, NULL, { PRESS (BUTTON, "Herstelblad…") }, DIALOG ("Herstelblad"), "Herstelblad opslaan" },
};
// clang-format on

static const PlaceLeftOut left_out[] = {
  { "spil-invitation-open.c", "a sentence and a button, after a file from the desktop: test-desktop.c" },
  { "spil-print.c", "a question before more than twenty pages are printed" },
  { "SpilActionLinePage", "opened from a group of the planning: has no way there from the palette yet" },
  { "spil-requirement-rows.c", "a note beside each requirement that is checked: one field" },
  { "SpilBusyPage", "progress of what takes a moment, and a button to cancel it: test-import.c" },
  { "SpilCopyDialog", "progress of what takes a moment; its file is chosen in a dialog of the desktop" },
  { "spil-restore.c", "a question that comes after the desktop's dialog for files" },
  { "spil-plan-interchange.c", "a question that comes before the desktop's dialog for files" },
  { "SpilPlanImportDialog", "comes after the desktop's dialog for files" },
  { "SpilBookingRowsPage", "a step after a list of bookings has been chosen: test-money-journey.c" },
  { "spil-calendar-button.c",
    "the toolkit's calendar, which Shift+Tab does not leave; the day can be typed in the field beside it" },
  { "SpilLinkPopover",
    "opened on a line of the chart with the pointer; the same is done by the form of a link (task-add)" },
  { "spil-budget-overview.c", "a sentence and a button, the same as the one over the table" },
  { "SpilNewBudgetDialog", "its like is reallocation: the same form" },
  { "SpilDecideDialog", "its like is reallocation: the same form" },
  { "SpilConflictsPage", "takes two laptops: test-sync.c" },
  { "SpilConflictDialog", "takes two laptops: test-sync.c" },
  { "spil-sync-steps.c", "takes two laptops: test-sync.c" },
  { "spil-wait-view.c", "takes two laptops: test-sync.c" },
  { "spil-share-dialog.c", "a question: test-sync.c" },
  { "spil-erase-kept.c", "a question: test-privacy.c" },
};

const PlaceLeftOut *
places_left_out (gsize *n)
{
  *n = G_N_ELEMENTS (left_out);
  return left_out;
}

const Place *
places (gsize *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}
