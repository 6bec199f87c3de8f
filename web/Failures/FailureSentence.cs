namespace AreaSend.Web.Failures;

/// <summary>What the error page says for a status code.</summary>
internal sealed record FailureSentence(string Title, string WhatNow)
{
    /// <summary>Of a document that had been accepted and that storage has lost.</summary>
    public static FailureSentence OfALostFile { get; } = new(
        "Storage has lost this document",
        "It had been accepted, and its file is not there any more. That is recorded, it stands on the worklist, and the nominated officer has been asked to send it again.");

    /// <summary>Of an inspection or an area that somebody does not see who is limited to regions.</summary>
    public static FailureSentence OfAnotherRegion { get; } = new("This is not in your regions", "It belongs to a region that you do not work for, or to all of them.");

    /// <param name="status">The code.</param>
    /// <param name="staleForm">A form was sent whose page had gone out of date.</param>
    /// <param name="isInRoom">It happened in a room that is entered by a link, to somebody who has no role and no colleague who looks after AreaSend.</param>
    public static FailureSentence For(int status, bool staleForm, bool isInRoom) =>
        (isInRoom ? InRoom(status, staleForm) : null) ?? InConsole(status, staleForm);

    private static FailureSentence? InRoom(int status, bool staleForm) => (status, staleForm) switch
    {
        (400, true) => new(
            "This page had gone out of date",
            "Nothing was saved. Go back, reload the page and send it again. This happens when you sign in again in another tab, or when cookies are switched off."),
        (403, _) => new("This page is not for you", "What you can see and send stands in your room."),
        (429, _) => new("Too many tries", "Somebody at your address has tried too often. Your link still works: wait a minute, then open it again."),
        (503, _) => new("The service is busy", "What you sent just now has not come in. Go back and send it again in a moment; files have to be chosen again."),
        _ => null,
    };

    private static FailureSentence InConsole(int status, bool staleForm) => (status, staleForm) switch
    {
        (400, true) => new(
            "This page had gone out of date",
            "Nothing was saved. Go back, reload the page and send it again. This happens when you change role in another tab, or when cookies are switched off."),
        (400, _) => new(
            "This page cannot take what was sent",
            "Nothing was saved just now. It may have been done a moment ago, by you or by somebody else: go back, reload the page and look."),
        (401, _) => new("Your session has ended", "Nothing has been saved yet, and what you typed is still here."),
        (403, _) => new(
            "Your role cannot open this page",
            "Ask whoever looks after AreaSend if you need it. Documents of an inspection are for its team: a coordinator puts inspectors on it."),
        (404, _) => new("Page not found", "If you typed the web address, check that it is correct. If you pasted it, check that you copied all of it."),
        (405, _) => new("This page cannot be used in that way", "Nothing was saved. Go back and use the buttons on the page."),
        (413, _) => new("That file is too large", "Nothing was saved. Go back and choose a smaller file."),
        (422, _) => new(
            "What was typed could not be read",
            "Nothing was saved. A field holds far more text than any needs, or characters that are no text. Go back, type it anew, and send it again."),
        (503, _) => new("The service is busy", "Nothing was saved just now: something else has held the database for half a minute. Try again in a moment."),
        (429, _) => new("Too many tries", "Wait a minute, then try again."),
        _ => new("Sorry, there is a problem with the service", "Try again in a moment. What was saved before is still there."),
    };
}
