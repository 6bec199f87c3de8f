using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Rules;

/// <summary>Which facts about Annex A can be true of a case.</summary>
internal static class AnnexARules
{
    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact) => fact switch
    {
        ItemReceived item => NoSuchItem(@case, item.Item)
            ?? (@case.Items.ContainsKey(item.Item) ? $"{ItemWords.Short(item.Item)} has already been received." : null),
        ItemNotHeld item => NotHeld(@case, item),
        ExtraItemAsked asked => Extra(@case, plan, asked),
        ItemsAsked asked => Asked(@case, plan, asked),
        ChildrenSelected { Children: < 1 or > 26 } => "Enter how many children and young people were selected: about 6, and between 1 and 26.",
        ChildrenSelected => StepOrder.WhyNot(@case, fact),
        UploadArrived arrived => Arrived(@case, arrived),
        UploadScanned scanned => BeingChecked(@case, scanned.Document),
        UploadAccepted accepted => BeingChecked(@case, accepted.Document),
        UploadRefused { Rule: UploadRefused.Lost } lost when @case.Annex.Uploads.GetValueOrDefault(lost.Document) is { IsTaken: true } => null,
        UploadRefused refused => BeingChecked(@case, refused.Document),
        ListTakenAsItIs taken => TakenAsItIs(@case, taken),
        _ => null,
    };

    /// <summary>Why the inspection does not ask for an item, or null when it does.</summary>
    public static string? NoSuchItem(InspectionCase @case, string item) =>
        @case.StepOf(item) is not null
            ? null
            : $"Annex A has no item {item}{(item.StartsWith("7.", StringComparison.Ordinal) ? " for the children selected so far" : "")}. Use a number from the list.";

    private static string? NotHeld(InspectionCase @case, ItemNotHeld item) =>
        NoSuchItem(@case, item.Item)
        ?? (string.IsNullOrWhiteSpace(item.Note) ? "Say in a note why you do not hold this, or what you hold instead. Name no child or young person." : null)
        ?? (@case.Annex.NotHeld.ContainsKey(item.Item) ? $"{ItemWords.Short(item.Item)}: you have already answered that you do not hold it." : null)
        ?? (@case.Items.ContainsKey(item.Item) ? $"{ItemWords.Short(item.Item)} has already been received." : null);

    private static string? Asked(InspectionCase @case, Timetable plan, ItemsAsked asked) =>
        StepOrder.WhyNot(@case, asked)
        ?? (asked.Items.Count == 0 ? "Select at least one item of Annex A." : null)
        ?? asked.Items.Select(item => NotToBeAsked(@case, item)).FirstOrDefault(sentence => sentence is not null)
        ?? TooLateToAsk(@case, plan, asked);

    private static string? NotToBeAsked(InspectionCase @case, string item) =>
        !@case.Type.Asks.Items.Any(known => known.Key == item) ? $"Annex A has no item {item}. Use a number from the list."
        : @case.Asks.Items.Any(known => known.Key == item) ? $"{ItemWords.Short(item)} has already been asked for."
        : null;

    private static string? TooLateToAsk(InspectionCase @case, Timetable plan, ItemsAsked asked)
    {
        var after = Timetable.Plan(@case.With(asked, asked.HappenedAt, Recorder.Unknown), plan.Calendar);
        return
            asked.Items.Select(item => @case.Type.Asks.Items.First(known => known.Key == item).Step)
                .Distinct()
                .Select(after.Find)
                .OfType<PlannedStep>()
                .FirstOrDefault(step => step.Due <= asked.HappenedAt)
                is { } late
            ? $"“{late.Definition.Title}” was due by {LondonTime.Show(late.Due!.Value)}, so nothing more can be asked for by then. Ask for it as something else on the page Documents, with a day of its own."
            : null;
    }

    private static string? Extra(InspectionCase @case, Timetable plan, ExtraItemAsked asked) =>
        !@case.Rows.Any(row => row.MetBy == typeof(LanoNominated)) ? $"The area is asked for no documents on this site for the {@case.Type.Noun}."
        : asked.Item != AnnexARequest.ExtraKey(@case.Annex.Extra.Count) ? "Another item was asked for at the same moment. Ask again."
        : string.IsNullOrWhiteSpace(asked.Title) ? "Say what you ask for. Name no child or young person."
        : asked.Title.Length > AnnexARequest.LongestTitle
            ? $"Say what you ask for in at most {AnnexARequest.LongestTitle} characters, and the rest in the reason."
        : plan.Calendar.WhyNotWorking(asked.Due) is { } because ? $"{LondonTime.Show(asked.Due)} is not a working day ({because}). Choose a working day."
        : LondonTime.At(asked.Due, asked.By) <= asked.HappenedAt ? "The deadline has already passed. Choose a later one."
        : FactRules.NeedsReason(asked.Reason);

    private static string? Arrived(InspectionCase @case, UploadArrived arrived) =>
        @case.Annex.Uploads.ContainsKey(arrived.Document) ? "This document has already come in."
        : arrived.Items.Count == 0 ? "Say which item the document answers."
        : arrived.Items.Select(item => NoSuchItem(@case, item)).FirstOrDefault(sentence => sentence is not null);

    private static string? BeingChecked(InspectionCase @case, Guid document) =>
        !@case.Annex.Uploads.TryGetValue(document, out var upload) ? "This document has not come in yet."
        : upload.Decision is not null ? "This document has already been decided on."
        : null;

    private static string? TakenAsItIs(InspectionCase @case, ListTakenAsItIs taken) =>
        @case.Annex.Uploads.GetValueOrDefault(taken.Document) is not { Decision: UploadRefused { Rule: UploadRefused.ErrorsInAList } } upload
            ? "Only a list that was refused for its errors can be taken as it is."
        : upload.Items.All(item => @case.Items.ContainsKey(item) && !@case.Annex.NotHeld.ContainsKey(item))
            ? "What this list was sent for has been answered since, so it need not be taken."
        : FactRules.NeedsReason(taken.Reason);
}
