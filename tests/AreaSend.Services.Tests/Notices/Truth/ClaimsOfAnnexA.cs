using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices.Parts;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>What e-mails about information and files say.</summary>
internal static partial class Claims
{
    private static IEnumerable<Claim> OfAnnexA => [.. OfItems, .. OfFiles, .. OfRequests];

    private static Claim[] OfItems =>
    [
        new("The deadline has passed, and the information below is still outstanding.", said => Owed(said.Letter).Any(step => step.Due <= said.Letter.RanUntil)),
        new("The deadline has passed, and information is still outstanding.", said => Owed(said.Letter).Any(step => step.Due <= said.Letter.RanUntil)),
        new("The inspectors of Ofsted and CQC are waiting for information, for the inspection of Fictional Area.", said => Owed(said.Letter).Any()),
        new("What is outstanding, and its deadlines, are in the e-mail that says that you have been nominated: it was written at the same moment as this one.",
            said => said.Letter.Owed.To == RecipientRole.Lano && said.Letter.Alongside.Any(other => other.Template == "lano-invitation")),
        new("The inspection of Fictional Area goes on.", said => said.Case.IsRunning),
        new("Inspectors still need the information, so please see that it is sent as soon as possible.", said => Owed(said.Letter).Any(step => step.Due <= said.Letter.RanUntil)),
        new("We write to the local area nominated officer (LANO) about this too.", said => said.Case.Lano is not null),
        new("The inspectors of Ofsted and CQC are waiting for the information below, for the inspection of Fictional Area.", said => Owed(said.Letter).Any(step => said.Letter.Owed.About.Contains(step.Key))),
        new("What is not listed has been answered or is due at another time.", said => said.Case.NotReceived.Count == 0),
        new("What is not listed has been answered, is due at another time or is not waited for any more.", said => said.Case.NotReceived.Count > 0),
        new("If certain data is unavailable, say so on the site; the lead inspector may discuss with you how you monitor those areas.", said => said.Letter.Owed.To == RecipientRole.Lano),
        new("Was due by: {said}", said => Owed(said.Letter).Any(step => DatePhrase.IsPast(said.Letter, step, said.Words[0]))),
        new("Due by: {said}", said => Owed(said.Letter).Any(step => DatePhrase.IsAhead(said.Letter, step, said.Words[0]))),
        new("# {said}", said => Owed(said.Letter).Any(step => step.Definition.Title == said.Words[0]), said => Titles.Any(title => said.Text.StartsWith($"# {title}", StringComparison.Ordinal))),
        new("{said}", said => IsOutstanding(said.Letter, said.Words[0]), said => said.Under.StartsWith("Due by", StringComparison.Ordinal) || said.Under.StartsWith("Was due by", StringComparison.Ordinal)),
        .. Asked(
            "# Annex A: information overdue", "# Annex A: information still outstanding", "One document may answer several items.",
            "If certain data is unavailable, say so; the lead inspector may discuss with you how you monitor those areas."),
    ];

    private static readonly string[] Titles =
        ["Annex A items", "Information of Annex A that inspectors asked for", "List of providers and settings", "Person-level lists 1 and 2", "Fictional minutes"];

    private static Claim[] OfFiles =>
    [
        new("# A file you sent could not be accepted", said => Told(said.Letter) is [var one] && !IsLost(one)),
        new("# {said} files you sent could not be accepted", said => $"{Told(said.Letter).Count}" == said.Words[0] && !Told(said.Letter).Any(IsLost)),
        new("# Please send a file again", said => Told(said.Letter) is [var one] && IsLost(one)),
        new("# Please send {said} files again", said => $"{Told(said.Letter).Count}" == said.Words[0] && Told(said.Letter).Any(IsLost)),
        new("A file that came in for the inspection of Fictional Area could not be accepted.", said => Told(said.Letter).Count(file => !IsLost(file)) == 1),
        new("{said} files that came in for the inspection of Fictional Area could not be accepted.", said => $"{Told(said.Letter).Count(file => !IsLost(file))}" == said.Words[0]),
        new("A file that came in for the inspection of Fictional Area had been accepted, and cannot be found any more.", said => Told(said.Letter).Count(IsLost) == 1),
        new("{said} files that came in for the inspection of Fictional Area had been accepted, and cannot be found any more.", said => $"{Told(said.Letter).Count(IsLost)}" == said.Words[0]),
        new("Its name is on the site; for the protection of children and young people no file’s name is in this e-mail.", said => Told(said.Letter).Count == 1),
        new("Their names are on the site; for the protection of children and young people no file’s name is in this e-mail.", said => Told(said.Letter).Count > 1),
        new("# Arrived on {said}", said => Uploads(said.Letter).Any(upload => LondonTime.Show(upload.ArrivedAt) == said.Words[0])),
        new("{said}", said => Uploads(said.Letter).SelectMany(upload => upload.Items).Any(item => ItemName.Of(item, said.Case) == said.Words[0]), said => said.Under == "What it was sent for:"),
        new("What has happened: {said}", said => Told(said.Letter).Any(file => IsLost(file) && file.Because == said.Words[0])),
        new("What is wrong and how to mend it: {said}", said => Told(said.Letter).Any(file => !IsLost(file) && file.Because == said.Words[0])),
        new("It has been taken with its errors since.", said => Uploads(said.Letter).Any(upload => upload.Decision is ListTakenAsItIs)),
        new("This item is still to be sent:", said => Still(said.Letter).Count == 1),
        new("These items are still to be sent:", said => Still(said.Letter).Count > 1),
        new("{said}", said => Still(said.Letter).Any(item => IsItemBy(said, item)), said => said.Under.EndsWith("still to be sent:", StringComparison.Ordinal)),
        new("Earlier files that were accepted stay as they are.", said => !Told(said.Letter).Any(IsLost)),
        new("All other files that were accepted stay as they are.", said => Told(said.Letter).Any(IsLost)),
        .. Asked("What it was sent for:"),
    ];

    private static Claim[] OfRequests =>
    [
        new("The inspectors of Ofsted and CQC ask for something beyond what Annex A lists, for the inspection of Fictional Area.", said => !said.Case.Items.ContainsKey(said.Letter.Told<ExtraItemAsked>().Item)),
        new("What: {said}", said => said.Letter.Told<ExtraItemAsked>().Title == said.Words[0]),
        new("By when: {by:extra}"),
        new("The inspectors of Ofsted and CQC ask for information that Annex A lists, for the {inspection} of Fictional Area.", said => Owed(said.Letter).Any()),
        new("If you do not hold it, say so on the site, with a note.", said => said.Letter.Owed.To == RecipientRole.Lano),
        new("Inspectors have selected the children and young people for tracking meetings in Fictional Area.", said => said.Case.TrackedChildren > 0),
        new("# Inspectors have selected children and young people for tracking", said => said.Case.TrackedChildren > 0),
        new("The selection waits for you on the site; for their protection this e-mail says nothing about them.", said => said.Letter.Owed.To == RecipientRole.Lano),
        new("The selection waits on the site for the nominated officer; for their protection this e-mail says nothing about them.", said => said.Letter.Owed.To == RecipientRole.Dcs),
        new("Share items 7.1 to 7.7 for each of them, on the site, {by:tracked-children-information}.", said => !said.Case.Type.AsksOnDemand),
        new("Share what inspectors ask for about each of them, on the site, {by:tracked-children-information}.", said => said.Case.Type.AsksOnDemand),
        .. Asked(
            "# Inspectors ask for one more item", "# Inspectors ask for information",
            "It is what the local area partnership produces as part of its routine practice, in the form in which you have it: nothing needs to be produced for the inspection.",
            "For each of them, arrange for a practitioner who knows the child or young person well to approach them, and their parents or carers, for their agreement to be involved.",
            "Arrange tracking meetings with children and young people, and their parents and carers.", "Arrange a multi-disciplinary tracking meeting with the practitioners who work with each of them.",
            "If you cannot reach the site, or a child or young person or their family does not agree, {reach}.",
            "Do not write about children or young people by e-mail."),
    ];

    /// <summary>What of Annex A is still owed.</summary>
    private static IEnumerable<PlannedStep> Owed(Letter letter) => letter.Plan.Steps.Where(step =>
        letter.Case.Asks.IsMetByItems(step.Key) && letter.Case.Outstanding(step.Key).Any() && !letter.Case.NotReceived.ContainsKey(step.Key));

    private static bool IsOutstanding(Letter letter, string said) =>
        Owed(letter).SelectMany(step => letter.Case.Outstanding(step.Key)).Any(item => said == ItemName.Of(item, letter.Case) + Standing(letter, item));

    private static string Standing(Letter letter, string item) =>
        letter.Case.Annex.Uploads.Values.Where(upload => upload.Items.Contains(item)).OrderBy(upload => upload.ArrivedAt).LastOrDefault() switch
        {
            { Decision: null } upload => $" (a file for it came in on {LondonTime.Show(LondonTime.DateOf(upload.ArrivedAt))} and is being checked)",
            { Decision: UploadRefused } upload => $" (the file for it that came in on {LondonTime.Show(LondonTime.DateOf(upload.ArrivedAt))} could not be accepted)",
            _ => "",
        };

    private static List<UploadRefused> Told(Letter letter) => [.. letter.ToldOf<UploadRefused>()];

    private static IEnumerable<Upload> Uploads(Letter letter) => Told(letter).Select(file => letter.Case.Annex.Uploads[file.Document]);

    private static bool IsLost(UploadRefused file) => file.Rule == UploadRefused.Lost;

    private static List<string> Still(Letter letter) => [.. Owed(letter).SelectMany(step => letter.Case.Outstanding(step.Key)).Intersect(Uploads(letter).SelectMany(upload => upload.Items))];

    private static bool IsItemBy(Said said, string item) =>
        ItemName.Of(item, said.Case) is var name && said.Words[0].StartsWith($"{name}: ", StringComparison.Ordinal)
        && said.Letter.Plan.Find(said.Case.StepOf(item)!) is { } step && DatePhrase.IsBy(said.Letter, step with { Met = null }, said.Words[0][(name.Length + 2)..]);
}
