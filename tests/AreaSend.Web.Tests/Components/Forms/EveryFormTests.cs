using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Programme;
using AreaSend.Services.Publication;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Work;
using AreaSend.Testing;
using AreaSend.Web.Inspections.Actions;
using AreaSend.Web.Tests.GettingReady;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.Components.Forms;

/// <summary>
/// Every form of the console that writes carries the version that it was shown for, and the store takes no other. A new form stands in one of the two
/// tables here, or the suite fails.
/// </summary>
public sealed partial class EveryFormTests(FormsHost forms) : IClassFixture<FormsHost>
{
    /// <summary>Forms that store nothing of their own, each with the reason; they say so by <c>PageForm.RecordsNothing</c>.</summary>
    private static readonly Dictionary<string, string> RecordNothing = new()
    {
        ["SignIn/SignInPage.razor sign-in"] = "picks a role; a cookie, and nothing in the store",
        ["Shell/Masthead.razor"] = "ends a session, which has no second end",
        ["Failures/FailurePage.razor"] = "sends a form again that nobody has taken; that form has its own version",
        ["SignInLinks/LinkRequest.razor ask"] = "asks for a link; a second is not sent for some minutes",
        ["SignInLinks/Entrance.razor enter"] = "uses a link up, which works once",
        ["SignInLinks/LeaveForm.razor leave"] = "ends a session, which has no second end",
        ["Lano/UploadForm.razor"] = "sends files: it carries an identifier of its own, and what is sent with it twice is stored once (PostedFilesTests)",
        ["Papers/HandInForm.razor"] = "hands a file in: it carries an identifier of its own, and what is sent with it twice is handed in once (PaperUploadsTests)",
        ["GettingReady/PracticePage.razor practice"] = "says what would happen; nothing is kept",
        ["GettingReady/CheckListPage.razor"] = "checks a list and forgets it",
        ["Inspections/Documents/TrackingPage.razor draw"] = "draws; nothing is kept",
        ["BankHolidays/CalendarPage.razor refresh"] = "reads the feed; a version of it is kept once, whoever brings it",
        ["Sandbox/FillPage.razor fill"] = "fills a sandbox that has no inspection, with the same ones each time: a second time finds them there (SandboxFillTests)",
        ["Sandbox/BeSomebody.razor be"] = "begins a visit as somebody of the area, in the sandbox alone; a second is as good as the first",
        ["Sandbox/MailPage.razor bounce"] = "says once of an e-mail that it came back: the same e-mail comes back once",
        ["Keeping/HeldOnPersonPage.razor search"] = "searches; what is taken out afterwards is a file, and each time stands in the access log",
        ["Sandbox/Patterns/ExampleFormPage.razor example"] = "an example that saves nothing",
    };

    private static readonly Dictionary<string, Func<FormsHost, Task<FilledForm>>> Writing = new()
    {
        ["Areas/AddContactPage.razor contact"] = AddContactAsync,
        ["Areas/ChangeContactPage.razor contact"] = ChangeContactAsync,
        ["Areas/RemoveContactPage.razor remove"] = RemoveContactAsync,
        ["Areas/AddHolidayPage.razor holiday"] = AddHolidayAsync,
        ["Areas/RemoveHolidayPage.razor remove"] = RemoveHolidayAsync,
        ["Planning/PlanPage.razor plan"] = PlanAsync,
        ["Planning/ImportPage.razor import"] = ImportPlanAsync,
        ["Clock/ClockPage.razor clock"] = ClockAsync,
        ["Inspections/People/LeadPage.razor lead"] = LeadAsync,
        ["Inspections/Work/CoordinatorPage.razor coordinator"] = CoordinatorAsync,
        ["Inspections/Work/NotePage.razor note"] = NoteAsync,
        ["Inspections/Work/NotePage.razor wake"] = WakeAsync,
        ["Inspections/People/NewLinkPage.razor new-link"] = NewLinkAsync,
        ["Inspections/People/WithdrawAccessPage.razor withdraw-access"] = WithdrawAccessAsync,
        ["Inspections/People/AddToTeamPage.razor team"] = AddToTeamAsync,
        ["Inspections/People/TeamMemberPage.razor team-member"] = TeamMemberAsync,
        ["Inspections/Documents/DocumentsPage.razor ask"] = AskForMoreAsync,
        ["Inspections/Notices/NoticePage.razor again"] = forms => NoticeAsync(forms, "again"),
        ["Inspections/Notices/NoticePage.razor served"] = forms => NoticeAsync(forms, "served"),
        ["Lano/ItemPage.razor not-held"] = NotHeldAsync,
        ["BankHolidays/DecidePage.razor decide"] = DecideAsync,
        ["BankHolidays/UndoPage.razor undo"] = UndoAsync,
        ["BankHolidays/ByHandPage.razor @($"] = NotedAsync,
        ["Programme/BringForwardPage.razor bring-forward"] = BringForwardAsync,
        ["Programme/WithdrawDecisionPage.razor withdraw"] = WithdrawDecisionAsync,
        ["Programme/VisitPage.razor ilacs-visit"] = VisitAsync,
        ["Programme/RemoveEntryPage.razor remove"] = RemoveEntryAsync,
        ["Programme/HistoryPage.razor history"] = HistoryAsync,
        ["Publication/HoldPage.razor hold"] = forms => HoldAsync(forms.OfHolds),
        ["Publication/LiftPage.razor lift"] = forms => LiftAsync(forms.OfHolds),
        ["Keeping/BatchPage.razor dispose"] = forms => KeepingForms.DisposeAsync(forms.OfHolds),
        ["Keeping/InspectionKeepingPage.razor keep"] = KeepingForms.KeepAsync,
        ["Keeping/InspectionKeepingPage.razor lift"] = KeepingForms.LiftAsync,
        ["GettingReady/StepPage.razor step"] = ReadyForms.StepAsync,
        ["GettingReady/ItemPage.razor item"] = ReadyForms.ItemAsync,
        ["GettingReady/Audits/BeginAuditPage.razor begin"] = AuditForms.BeginAsync,
        ["GettingReady/Audits/AuditSectionPage.razor section"] = AuditForms.SectionAsync,
        ["GettingReady/Audits/FinishAuditPage.razor finish"] = AuditForms.FinishAsync,
        ["GettingReady/Audits/ModerateAuditPage.razor moderate"] = AuditForms.ModerateAsync,
        ["GettingReady/Audits/RemoveAuditPage.razor remove"] = AuditForms.RemoveAsync,
        ["GettingReady/AddPersonPage.razor person"] = ReadyForms.AddPersonAsync,
        ["GettingReady/NewLinkPage.razor new-link"] = ReadyForms.NewLinkAsync,
        ["GettingReady/RemovePersonPage.razor remove"] = ReadyForms.RemovePersonAsync,
        ["Inspections/Actions/RecordPage.razor record"] = forms => RecordAsync(forms, "lano-nominated"),

        // On storage of documents: FormsOfDocumentsTests.
        ["Inspections/Documents/TrackingPage.razor choose"] = _ => throw new NotSupportedException(),
        ["Inspections/Documents/NamingForm.razor name"] = _ => throw new NotSupportedException(),
        ["Inspections/Documents/TakeAsItIsPage.razor take"] = _ => throw new NotSupportedException(),
        ["Inspections/Papers/PutPaperPage.razor put"] = _ => throw new NotSupportedException(),
    };

    private static readonly BuildFact[] Drafted = [(_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now)];
    private static readonly BuildFact[] Final = [.. Drafted, (_, _, now) => new FinalReportShared(now, new Outcome.Inconsistent())];
    private static readonly BuildFact[] FinalWithFailings = [.. Drafted, (_, _, now) => new FinalReportShared(now, new Outcome.WidespreadFailings("Lancashire County Council"))];
    private static readonly BuildFact[] Complained = [.. Final, (_, _, now) => new ComplaintReceived(now)];
    private static readonly BuildFact[] PlanIn = [.. FinalWithFailings, (_, _, now) => new PlanReceived(now)];

    /// <summary>Each action: what has happened before it, and what is typed besides the day.</summary>
    private static readonly Dictionary<string, (BuildFact[] Before, (string, string)[] Typed)> Actions = new()
    {
        ["lano-nominated"] = ([], [("Form.Name", "Fictional Officer"), ("Form.Email", "officer@example.org")]),
        ["deputy"] = ([(_, _, now) => new LanoNominated(now, Guid.Empty)], [("Form.Name", "Fictional Deputy"), ("Form.Email", "deputy@example.org")]),
        ["deputy-leaves"] = ([(_, _, now) => new LanoNominated(now, Guid.Empty), (_, _, now) => new DeputyNamed(now, Guid.Empty)], []),
        ["items-asked"] = ([], [("Form.Items", "2.1"), ("Form.Items", "list-1")]),
        ["items-received"] = ([], [("Form.Items", "2.1"), ("Form.Items", "2.2")]),
        ["children-selected"] = ([], [("Form.Children", "6")]),
        ["support-discussed"] = ([], [("Form.With", "Dfe"), ("Form.With", "NhsEngland")]),
        ["self-evaluation-received"] = ([], []),
        ["agenda-agreed"] = ([], [.. MeetingParties.OfTheAgenda.Select(party => ("Form.By", party.ToString()))]),
        ["meeting-held"] = ([], [("Form.Attended", "Dcs")]),
        ["meeting-letter-sent"] = ([(_, _, now) => new MeetingHeld(now, [MeetingParty.Dcs])], [("Form.Agenda", "Progress"), ("Form.NextMeeting", "Autumn 2026")]),
        ["revisit-letter-shared"] = (Drafted[..2], [("Form.Weakness0", "sufficient")]),
        ["draft-shared"] = (Drafted[..2], []),
        ["comments-received"] = (Drafted, []),
        ["final-shared"] = ([.. Drafted, (_, _, now) => new CommentsReceived(now)], [("Form.Outcome", "1")]),
        ["complaint-received"] = (Final, []),
        ["complaint-resolved"] = (Complained, [("Form.Result", "NotUpheld")]),
        ["published"] = ([.. Complained, (_, _, now) => new ComplaintWasResolved(now)], [("Form.Link", "https://reports.example.org/1")]),
        ["plan-received"] = (FinalWithFailings, []),
        ["plan-returned"] = (PlanIn, [("Form.Missing", "Milestones")]),
        ["plan-confirmed"] = (PlanIn, []),
        ["plan-published"] = (Final, [("Form.Link", "https://www.example.org/plan")]),
        ["re-plan"] = ([], [.. FormsHost.Date("Form.First", new LocalDate(2025, 10, 6)), ("Form.Reason", "A by-election")]),
        ["deadline"] = ([], [("Form.Step", "surveys-close"), .. FormsHost.Date("Form.Due", new LocalDate(2025, 9, 17)), ("Form.Reason", "A flood")]),
        ["deferral-asked"] = ([], [("Form.Reason", "A flood")]),
        ["deferral-decided"] = ([(_, _, now) => new DeferralAsked(now, "A flood")], [("Form.Granted", "no"), ("Form.Reason", "It has receded")]),
        ["paused"] = ([], [("Form.Reason", "A flood")]),
        ["resumed"] = ([(_, _, now) => new InspectionPaused(now, "A flood")], []),
        ["withdrawn"] = ([], [("Form.Reason", "Planned for the wrong area")]),
    };

    /// <summary>The kind of inspection that an action is tried on; a full one where none is said.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["items-asked"] = InspectionKind.Monitoring, ["support-discussed"] = InspectionKind.Monitoring, ["self-evaluation-received"] = InspectionKind.Engagement,
        ["agenda-agreed"] = InspectionKind.Engagement, ["meeting-held"] = InspectionKind.Engagement, ["meeting-letter-sent"] = InspectionKind.Engagement,
        ["revisit-letter-shared"] = InspectionKind.Revisit,
    };

    public static TheoryData<string> WritingForms => [.. Writing.Keys.Where(form => !IsOfDocuments(form))];

    public static TheoryData<string> EveryAction => [.. Actions.Keys];

    [Fact]
    public void EveryForm_StandsInOneTable()
    {
        var found = FormsOf().ToDictionary(form => form.Key, form => form.RecordsNothing);

        Assert.Equal(found.Keys.Order(StringComparer.Ordinal), RecordNothing.Keys.Concat(Writing.Keys).Order(StringComparer.Ordinal));
        Assert.All(RecordNothing.Keys, form => Assert.True(found[form], $"{form} records nothing and has a version."));
        Assert.All(Writing.Keys, form => Assert.False(found[form], $"{form} writes, and says that it does not."));
        Assert.Equal(InspectionAction.All.Select(action => action.Key), Actions.Keys);
    }

    [Theory]
    [MemberData(nameof(WritingForms))]
    public async Task SixAtOnce_RecordOnceAndTellTheOthers(string form) => await SixAtOnce.AssertRecordsOnceAsync(await Writing[form](forms));

    [Theory]
    [MemberData(nameof(WritingForms))]
    public async Task WithoutItsVersion_NothingIsRecorded(string form) => await SixAtOnce.AssertNeedsItsVersionAsync(await Writing[form](forms));

    [Theory]
    [MemberData(nameof(EveryAction))]
    public async Task EachActionSixAtOnce_IsRecordedOnce(string action) => await SixAtOnce.AssertRecordsOnceAsync(await RecordAsync(forms, action));

    [Fact]
    public async Task SeveralItems_AreRecordedTogetherOrNotAtAll()
    {
        var id = await forms.InspectionAsync();
        BuildFact[] facts = [(_, _, now) => new ItemReceived(now, "2.1"), (_, _, now) => new ItemReceived(now, "2.1")];

        var refused = await forms.Inspections.RecordAsync(id, Recorder.Coordinator, facts, shown: null);

        Assert.Equal("Item 2.1 has already been received.", Assert.IsType<Recording.Refused>(refused).Because);
        Assert.Equal(0, await forms.Count<ItemReceived>(id)());
    }

    private static bool IsOfDocuments(string form) => form.Contains("TrackingPage", StringComparison.Ordinal)
        || form.Contains("NamingForm", StringComparison.Ordinal) || form.Contains("TakeAsItIs", StringComparison.Ordinal) || form.Contains("PutPaperPage", StringComparison.Ordinal);

    /// <summary>The forms that post, as they stand in the pages.</summary>
    private static IEnumerable<(string Key, bool RecordsNothing)> FormsOf()
    {
        var web = Repository.Folder("web");
        return from file in Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories)
               where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.EndsWith("PageForm.razor", StringComparison.Ordinal)
               from Match form in PostingForm().Matches(File.ReadAllText(file))
               let name = form.Groups["name"].Value
               let key = $"{Path.GetRelativePath(web, file).Replace('\\', '/')} {name}".TrimEnd()
               group form.Value by key into same
               select (same.Key, same.All(one => !one.StartsWith("<PageForm", StringComparison.Ordinal) || one.Contains("RecordsNothing", StringComparison.Ordinal)));
    }

    [GeneratedRegex("<PageForm Name=\"(?<name>[^\"]+)\"[^>]*|<form method=\"post\"[^>]*")]
    private static partial Regex PostingForm();

    private static async Task<FilledForm> AddContactAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/areas/301/contacts/add";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "contact", () => forms.RowsAsync(context => context.Contacts.CountAsync(contact => contact.Area == "301")),
            [("Form.Role", "Dcs"), ("Form.Name", "Fictional Director"), ("Form.Email", "dcs@example.org"), .. FormsHost.Date("Form.From", new LocalDate(2025, 9, 1))]);
    }

    private static async Task<FilledForm> ChangeContactAsync(FormsHost forms)
    {
        var (visitor, name) = (await forms.CoordinatorAsync(), $"Fictional {Guid.NewGuid():N}");
        var contact = await forms.Host.EnterAsync("302", RecipientRole.Dcs, "dcs@example.org");
        var address = $"/areas/302/contacts/{contact.Id}";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "contact", () => forms.RowsAsync(context => context.Contacts.CountAsync(known => known.Name == name)),
            [("Form.Name", name), ("Form.Email", "dcs@example.org"), .. FormsHost.Date("Form.From", new LocalDate(2025, 9, 1))]);
    }

    private static async Task<FilledForm> RemoveContactAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        var contact = await forms.Host.EnterAsync("303", RecipientRole.Pcf, "pcf@example.org");
        var address = $"/areas/303/contacts/{contact.Id}/remove";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "remove", async () => 1 - await forms.RowsAsync(context => context.Contacts.CountAsync(known => known.Id == contact.Id)));
    }

    private static async Task<FilledForm> AddHolidayAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/areas/304/school-holidays/add";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "holiday", () => forms.RowsAsync(context => context.SchoolHolidays.CountAsync(holiday => holiday.Area == "304")),
            [("Form.Name", "Autumn"), .. FormsHost.Date("Form.From", new LocalDate(2025, 10, 20)), .. FormsHost.Date("Form.To", new LocalDate(2025, 10, 24))]);
    }

    private static async Task<FilledForm> RemoveHolidayAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        await forms.Host.Get<SchoolHolidays>().AddAsync("305", new("Autumn", new LocalDate(2025, 10, 20), new LocalDate(2025, 10, 24)));
        var holiday = (await forms.Host.Get<SchoolHolidays>().OfAsync("305"))[^1];
        var address = $"/areas/305/school-holidays/{holiday.Id}/remove";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "remove",
            async () => 1 - await forms.RowsAsync(context => context.SchoolHolidays.CountAsync(known => known.Id == holiday.Id)));
    }

    private static async Task<FilledForm> PlanAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        (string, string)[] typed = [("Form.Area", "306"), .. FormsHost.Date("Form.OnSite", new LocalDate(2025, 10, 6))];
        var preview = await Visitor.ReadAsync(await visitor.PostAsync("/inspections/plan", typed));
        return FilledForm.On(
            visitor, "/inspections/plan", preview, "plan", () => forms.RowsAsync(context => context.Inspections.CountAsync(row => row.Area == "306")), [.. typed, ("Form.Intent", "plan")]);
    }

    private static async Task<FilledForm> ImportPlanAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/inspections/plan/import";
        var preview = await Visitor.ReadAsync(await visitor.SendFileAsync(address, "import", "area,on_site_starts\n316,2025-10-06\n317,2025-10-13\n"));
        return FilledForm.On(
            visitor, address, preview, "import", async () => await forms.RowsAsync(context => context.Inspections.CountAsync(row => row.Area == "316" || row.Area == "317")) / 2, ("Form.Intent", "plan"));
    }

    private static async Task<FilledForm> ClockAsync(FormsHost forms)
    {
        var host = forms.OfTheClock;
        var (visitor, clock) = (await host.CoordinatorAsync(), host.Get<SandboxClock>());
        var (before, page) = (clock.Ahead, await visitor.OpenAsync("/sandbox/clock"));
        var to = LondonTime.DateOf(clock.GetCurrentInstant()).PlusYears(1);
        return FilledForm.On(visitor, "/sandbox/clock", page, "clock", () => Task.FromResult(clock.Ahead > before ? 1 : 0), [("Form.Step", "date"), .. FormsHost.Date("Form.To", to)]);
    }

    private static async Task<FilledForm> LeadAsync(FormsHost forms)
    {
        var (visitor, name) = (await forms.CoordinatorAsync(), $"Fictional {Guid.NewGuid():N}");
        var address = $"/inspections/{await forms.InspectionAsync()}/people/lead";
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, "lead", ("Form.Name", name), ("Form.Email", "lead@example.org")));
        return FilledForm.On(
            visitor, address, preview, "lead", () => forms.RowsAsync(context => context.People.CountAsync(person => person.Name == name)), ("Form.Intent", "confirm"));
    }

    private static async Task<FilledForm> NewLinkAsync(FormsHost forms)
    {
        var (visitor, (inspection, _)) = (await forms.CoordinatorAsync(), await forms.InvitedAsync());
        var address = $"/inspections/{inspection}/people/new-link";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "new-link", () => forms.RowsAsync(context => context.Events.CountAsync(row => row.Inspection == inspection && row.Kind == "lano-link-asked")));
    }

    private static async Task<FilledForm> CoordinatorAsync(FormsHost forms)
    {
        var (visitor, inspection) = (await forms.CoordinatorAsync(), await forms.InspectionAsync());
        var address = $"/inspections/{inspection}/people/coordinator";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "coordinator", () => forms.RowsAsync(context => context.Set<Assignment>().CountAsync(row => row.Inspection == inspection)),
            ("Form.Coordinator", "nobody"));
    }

    private static async Task<FilledForm> NoteAsync(FormsHost forms)
    {
        var (visitor, inspection) = (await forms.CoordinatorAsync(), await forms.InspectionAsync());
        var address = $"/inspections/{inspection}/note";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "note", () => forms.RowsAsync(context => context.Set<WorkNote>().CountAsync(row => row.Inspection == inspection)), ("Form.Words", "Rang, 3pm"));
    }

    private static async Task<FilledForm> WakeAsync(FormsHost forms)
    {
        var (visitor, inspection) = (await forms.CoordinatorAsync(), await forms.InspectionAsync());
        await forms.Host.Get<WorkBook>().NoteAsync(inspection, null, new LocalDate(2025, 9, 30), Recorder.Coordinator, shown: null);
        var address = $"/inspections/{inspection}/note";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "wake", () =>
                forms.RowsAsync(context => context.Set<WorkNote>().CountAsync(row => row.Inspection == inspection && row.SnoozedUntil < new LocalDate(2025, 9, 30))));
    }

    private static async Task<FilledForm> WithdrawAccessAsync(FormsHost forms)
    {
        var (visitor, (inspection, _)) = (await forms.CoordinatorAsync(), await forms.InvitedAsync());
        var address = $"/inspections/{inspection}/people/withdraw-access";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "withdraw-access",
            () => forms.RowsAsync(context => context.People.CountAsync(person => person.Inspection == inspection && person.AccessWithdrawnAt != null)));
    }

    private static async Task<FilledForm> AddToTeamAsync(FormsHost forms)
    {
        var (visitor, inspection, person) = (await forms.CoordinatorAsync(), await forms.InspectionAsync(), await InspectorAsync(forms));
        var address = $"/inspections/{inspection}/people/team";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "team", () => forms.RowsAsync(context => context.Set<TeamMember>().CountAsync(member => member.Inspection == inspection)),
            [("Form.Person", person.ToString()), .. FormsHost.Date("Form.From", new LocalDate(2025, 9, 8)), .. FormsHost.Date("Form.To", new LocalDate(2025, 10, 24))]);
    }

    private static async Task<FilledForm> TeamMemberAsync(FormsHost forms)
    {
        var (visitor, inspection, teams) = (await forms.CoordinatorAsync(), await forms.InspectionAsync(), forms.Host.Get<InspectionTeams>());
        var member = new TeamMember { Id = Guid.CreateVersion7(), Inspection = inspection, Staff = await InspectorAsync(forms), From = new LocalDate(2025, 9, 8) };
        Assert.Null(await teams.AddAsync(member, InspectionTeams.VersionOf([])));
        var address = $"/inspections/{inspection}/people/team/{member.Id}";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "team-member", () => forms.RowsAsync(context => context.Set<TeamMember>().CountAsync(known => known.Inspection == inspection && known.To != null)),
            [.. FormsHost.Date("Form.To", new LocalDate(2025, 10, 24))]);
    }

    private static Task<Guid> InspectorAsync(FormsHost forms) => forms.Host.Get<StaffDirectory>().RecogniseAsync(
        "https://issuer.example.org", Guid.NewGuid().ToString(), "Ines Fictional", "ines@example.org", coordinates: false, forms.Host.Clock.GetCurrentInstant());

    private static async Task<FilledForm> AskForMoreAsync(FormsHost forms)
    {
        var (visitor, inspection) = (await forms.LeadAsync(), await forms.InspectionAsync());
        var address = $"/inspections/{inspection}/documents";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "ask", forms.Count<ExtraItemAsked>(inspection),
            [("Form.Title", "Minutes of the board"), ("Form.Reason", "Item 1.1 names it"), .. FormsHost.Date("Form.Due", new LocalDate(2025, 9, 12))]);
    }

    private static async Task<FilledForm> NoticeAsync(FormsHost forms, string form)
    {
        var (visitor, (inspection, _)) = (await forms.CoordinatorAsync(), await forms.InvitedAsync());
        await using var context = forms.Host.Get<StoreDatabase>().Open();
        var notice = await context.Notices.AsNoTracking().FirstAsync(row => row.Inspection == inspection && row.State == NoticeState.Sent);
        var address = $"/inspections/{inspection}/notices/{Uri.EscapeDataString(notice.Key)}";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), form,
            () => forms.RowsAsync(store => store.NoticeAttempts.CountAsync(attempt => attempt.Inspection == inspection && (attempt.Result.StartsWith("Sent again") || attempt.Result.StartsWith("Served by")))),
            [.. FormsHost.Date("Form.On", new LocalDate(2025, 9, 8)), ("Form.How", "By telephone"), ("Form.Intent", "confirm")]);
    }

    private static async Task<FilledForm> NotHeldAsync(FormsHost forms)
    {
        var (inspection, link) = await forms.InvitedAsync();
        var officer = forms.Host.NewVisitor();
        await officer.PostAsync(link.PathAndQuery);
        return FilledForm.On(
            officer, "/lano/items/2.7", await officer.OpenAsync("/lano/items/2.7"), "not-held", forms.Count<ItemNotHeld>(inspection), ("Form.Note", "Collected from next April"));
    }

    private static async Task<FilledForm> DecideAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/calendar/by-hand/decide";
        (string, string)[] typed =
            [.. FormsHost.Date("Form.Day", new LocalDate(2026, 6, 16)), ("Form.Act", "Proclaim"), ("Form.Name", "Day of thanks"), ("Form.Reason", "Announced")];
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, "decide", typed));
        return FilledForm.On(visitor, address, preview, "decide", () => DecisionsAsync(forms, "Day of thanks"), [.. typed, ("Form.Intent", "commit")]);
    }

    private static Task<int> DecisionsAsync(FormsHost forms, string name) => forms.RowsAsync(context => context.Set<BankHolidayDecision>().CountAsync(row => row.Name == name));

    private static async Task<FilledForm> UndoAsync(FormsHost forms)
    {
        var (visitor, id, book) = (await forms.CoordinatorAsync(), Guid.NewGuid(), forms.Host.Get<BankHolidaysByHand>());
        var day = new LocalDate(2026, 7, 1);
        day = (await forms.Host.Get<CalendarLibrary>().CurrentAsync()).Calendar.IsWorkingDay(day) ? day : day.PlusDays(1);
        await book.DecideAsync(
            new(id, BankHolidayAct.Proclaim, day, null, "To be undone", "Announced"), Recorder.Coordinator, (await forms.Host.Get<CalendarLibrary>().CurrentAsync()).Version);
        var address = $"/calendar/by-hand/{id}/undo";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "undo", () => forms.RowsAsync(context => context.Set<BankHolidayDecision>().CountAsync(row => row.Id == id && row.EndedAt != null)));
    }

    private static async Task<FilledForm> NotedAsync(FormsHost forms)
    {
        var (visitor, id) = (await forms.CoordinatorAsync(), Guid.NewGuid());
        await using (var context = forms.Host.Get<StoreDatabase>().Open())
        {
            var (now, version) = (forms.Host.Clock.GetCurrentInstant(), (await forms.Host.Get<CalendarLibrary>().CurrentAsync()).Version);
            context.Set<BankHolidayDecision>().Add(new()
            {
                Id = id, Act = BankHolidayAct.Proclaim, Day = new LocalDate(2026, 6, 17), Name = "Thanksgiving", Reason = "Announced",
                DecidedAt = now, By = Recorder.Coordinator, FeedThen = version,
                EndedAt = now, Ending = BankHolidayEnding.FeedAgreed, EndedBecause = "GOV.UK says the same.",
            });
            await context.SaveChangesAsync();
        }

        const string address = "/calendar/by-hand";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), $"noted-{id}",
            () => forms.RowsAsync(context => context.Set<BankHolidayDecision>().CountAsync(row => row.Id == id && row.NotedAt != null)));
    }

    private static async Task<FilledForm> BringForwardAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/programme/307/bring-forward";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "bring-forward", () => forms.RowsAsync(context => context.Set<RegionalDecision>().CountAsync(row => row.Area == "307" && row.WithdrawnAt == null)),
            [("Form.What", "Full"), .. FormsHost.Date("Form.Decided", new LocalDate(2025, 9, 1)), .. FormsHost.Date("Form.DueBy", new LocalDate(2026, 3, 31)), ("Form.Reason", "Complaints have doubled")]);
    }

    private static async Task<FilledForm> WithdrawDecisionAsync(FormsHost forms)
    {
        var (visitor, book) = (await forms.CoordinatorAsync(), forms.Host.Get<ProgrammeBook>());
        await book.DecideAsync("308", ProgrammedKind.Full, new LocalDate(2025, 9, 1), new LocalDate(2026, 3, 31), "A concern", Recorder.Coordinator, shown: null);
        var decision = (await book.DecisionsAsync("308")).First(decision => decision.WithdrawnAt is null);
        var address = $"/programme/308/bring-forward/{decision.Id}/withdraw";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "withdraw",
            () => forms.RowsAsync(context => context.Set<RegionalDecision>().CountAsync(row => row.Id == decision.Id && row.WithdrawnAt != null)));
    }

    private static async Task<FilledForm> VisitAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/programme/309/ilacs-visit";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "ilacs-visit", () => forms.RowsAsync(context => context.Set<HistoryEntry>().CountAsync(row => row.Area == "309")),
            FormsHost.Date("Form.First", new LocalDate(2025, 9, 1)));
    }

    private static async Task<FilledForm> RemoveEntryAsync(FormsHost forms)
    {
        var (visitor, book) = (await forms.CoordinatorAsync(), forms.Host.Get<ProgrammeBook>());
        var day = new LocalDate(2025, 9, 2);
        await book.AddAsync("310", [("310", new PastActivity(ActivityKind.Ilacs, day, day, null, null, ActivitySource.ByHand))], ActivitySource.ByHand, Recorder.Coordinator, shown: null);
        var entry = (await book.EntriesAsync("310"))[0];
        var address = $"/programme/310/history/{entry.Id}/remove";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "remove",
            () => forms.RowsAsync(context => context.Set<HistoryEntry>().CountAsync(row => row.Id == entry.Id && row.RemovedAt != null)));
    }

    private static async Task<FilledForm> HistoryAsync(FormsHost forms)
    {
        var visitor = await forms.CoordinatorAsync();
        const string address = "/programme/history";
        const string file = "area,kind,on_site_ends,result\n311,monitoring,2025-06-04,effective\n";
        var page = await visitor.OpenAsync(address);
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[type=hidden]"))
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        form.Add(new StringContent(file), "Form.File", "history.csv");
        var preview = await Visitor.ReadAsync(await visitor.Client.PostAsync(address, form));
        return FilledForm.On(visitor, address, preview, "history", () => forms.RowsAsync(context => context.Set<HistoryEntry>().CountAsync(row => row.Area == "311")), ("Form.Intent", "bring-in"));
    }

    private static async Task<FilledForm> HoldAsync(FormsHost forms)
    {
        await forms.InspectionAsync();
        var visitor = await forms.CoordinatorAsync();
        const string address = "/publication/hold";
        var reason = $"Elections {Guid.NewGuid():N}";
        (string, string)[] typed = [("Form.Scope", "Country"), .. FormsHost.Date("Form.Until", new LocalDate(2026, 5, 8)), ("Form.Reason", reason)];
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, "hold", typed));
        return FilledForm.On(
            visitor, address, preview, "hold", () => forms.RowsAsync(context => context.Set<PublicationHold>().CountAsync(row => row.Reason == reason)), [.. typed, ("Form.Intent", "commit")]);
    }

    private static async Task<FilledForm> LiftAsync(FormsHost forms)
    {
        await forms.InspectionAsync();
        var (visitor, holds) = (await forms.CoordinatorAsync(), forms.Host.Get<PublicationHolds>());
        var request = new HoldRequest(Guid.NewGuid(), HoldScope.Country, null, null, new LocalDate(2026, 6, 8), "To be lifted");
        Assert.Null(await holds.HoldAsync(request, Recorder.Coordinator, (await holds.PreviewAsync(request)).Mark));
        var address = $"/publication/{request.Id}/lift";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "lift",
            () => forms.RowsAsync(context => context.Set<PublicationHold>().CountAsync(row => row.Id == request.Id && row.LiftedAt != null)), ("Form.Reason", "Dissolution was put off"));
    }

    private static async Task<FilledForm> RecordAsync(FormsHost forms, string action)
    {
        var (before, typed) = Actions[action];
        var visitor = await forms.CoordinatorAsync();
        var inspection = action == "re-plan" ? await forms.Host.PlannedAsync() : await forms.InspectionAsync(Kinds.GetValueOrDefault(action, InspectionKind.Full), before);
        var address = $"/inspections/{inspection}/record/{action}";
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, "record", [.. FormsHost.Today, .. typed]));
        var standing = await forms.Count<Fact>(inspection)(); // with the holds of publication that stand when it is planned
        Func<Task<int>> confirmations = async () => (await forms.Count<Fact>(inspection)() - standing) switch
        {
            0 => 0,
            var facts when facts == (action == "items-received" ? 2 : 1) => 1,
            var facts => facts * 100,
        };
        return FilledForm.On(visitor, address, preview, "record", confirmations, ("Form.Intent", "confirm"));
    }
}
