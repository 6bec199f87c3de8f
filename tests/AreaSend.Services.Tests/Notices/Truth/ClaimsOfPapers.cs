using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>What e-mails about papers that an area handed in say.</summary>
internal static partial class Claims
{
    private static Claim[] OfPapers =>
    [
        new("Subject: Fictional Area: we have received what you handed in", said => said.Letter.ToldOf<PaperFiled>().Any()),
        new("# We have received what you handed in", said => said.Letter.ToldOf<PaperFiled>().Any()),
        new("This was handed in on the site for the {inspection} of Fictional Area on {day}: {said}.",
            said => said.Letter.Told<PaperFiled>() is var filed && said.IsOn(0, LondonTime.DateOf(filed.HappenedAt)) && said.Words[1] == NameOf(said.Letter, filed.Document)),
        new("It is being checked now.", said => FiledPaper.All(said.Case).Single(paper => paper.Document == said.Letter.Told<PaperFiled>().Document).State == PaperState.BeingChecked),
        new("The site has its receipt, with the moment at which it came in and its fingerprint, and says what came of the check."),
        new("For confidentiality neither the file’s name nor anything that stands in it is in this e-mail."),
        new("It came after its deadline.", said => CameLate(said.Letter)),
        new("It is taken, and recorded as late.", said => CameLate(said.Letter)),
        new("It is on the site, on your page of the {noun}; it is never sent by e-mail, and each download is noted.",
            said => PapersOf(said.Letter).Any(paper => paper.IsFor(said.Letter.Owed.To.InWhosePlace()))),
        new("It comes to the site, on your page of the {noun}, as soon as it has been checked; it is never sent by e-mail, and each download is noted.",
            said => PapersOf(said.Letter).Any(paper => paper.State == PaperState.BeingChecked) && !PapersOf(said.Letter).Any(paper => paper.IsFor(said.Letter.Owed.To.InWhosePlace()))),
        new("Subject: Fictional Area: please hand a file in again", said => said.Letter.ToldOf<PaperRefused>().Any()),
        new("# Please hand a file in again", said => said.Letter.ToldOf<PaperRefused>().Any()),
        new("A file that was handed in for the {inspection} of Fictional Area could not be accepted: {said}.", said => said.Words[0] == NameOf(said.Letter, said.Letter.Told<PaperRefused>().Document)),
        new("That it was handed in, and when, stands; the file itself is missing.", said => said.Letter.ToldOf<PaperRefused>().Any()),
        new("What is wrong and how to mend it: {said}", said => said.Letter.ToldOf<PaperRefused>().Any(refused => refused.Because == said.Words[0]), said => said.Text.Contains("fault", StringComparison.Ordinal)),
        new("Go to the receipt <https://areasend.example.org/leaders>", said => said.Letter.Owed.To == RecipientRole.Dcs),
        new("Go to the site to hand it in again <https://areasend.example.org/leaders>", said => said.Letter.Owed.To == RecipientRole.Dcs),
    ];

    // Of what the e-mail tells: the draft, or the final report.
    private static IEnumerable<FiledPaper> PapersOf(Letter letter) =>
        FiledPaper.All(letter.Case).Where(paper => paper.Kind == (letter.ToldOf<DraftReportShared>().Any() ? PaperKind.Draft : PaperKind.Final));

    private static string NameOf(Letter letter, Guid document)
    {
        var kind = FiledPaper.All(letter.Case).Single(paper => paper.Document == document).Kind;
        return kind == PaperKind.Plan && !letter.IsPublished ? "the plan" : letter.Case.Type.Product.Say(kind.Title).Small();
    }

    private static bool CameLate(Letter letter) => HandIn.CameLate(letter.Case, letter.Plan, FiledPaper.All(letter.Case).Single(paper => paper.Document == letter.Told<PaperFiled>().Document).Kind);
}
