using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AreaSend.Services.Notices;

namespace AreaSend.Services.Tests.Notices;

/// <summary>What holds for both parts of a notice.</summary>
internal static partial class ComposedNoticeAssert
{
    /// <summary>Each of these stands in the HTML part as it is read, and in the plain-text part.</summary>
    public static void Says(this ComposedNotice notice, params IEnumerable<string> facts)
    {
        var html = Read(notice.Html);
        var text = OneLine(notice.Text);
        foreach (var fact in facts)
        {
            Assert.Contains(fact, html);
            Assert.Contains(fact, text);
        }
    }

    /// <summary>None of these stands anywhere, in any case of letters.</summary>
    public static void NeverSays(this ComposedNotice notice, params IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Assert.DoesNotContain(word, notice.Subject, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, Read(notice.Html), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, OneLine(notice.Text), StringComparison.OrdinalIgnoreCase);
        }
    }

    public static void LinksTo(this ComposedNotice notice, string address)
    {
        var links = new HtmlParser().ParseDocument(notice.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href"));
        Assert.Contains(address, links);
        Assert.Contains(address, notice.Text);
    }

    /// <summary>Well-formed, nothing fetched, nothing run, every date marked, no template text left over, lines that mail servers take.</summary>
    public static void IsSound(this ComposedNotice notice)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(notice.Html);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("img, script, link, iframe, form, [style]"));
        Assert.All(page.QuerySelectorAll("table:not([role=presentation])"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.DoesNotContain('\n', notice.Subject);
        Assert.DoesNotContain('\r', notice.Subject);
        Assert.All(notice.Text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        foreach (var part in new[] { notice.Subject, Read(notice.Html), notice.Text })
        {
            Assert.DoesNotContain("{", part);
            Assert.DoesNotContain("Notice.", part);
            Assert.DoesNotContain("AreaSend.", part);
            Assert.DoesNotContain("no date yet", part);
            Assert.DoesNotMatch(TwoSigns(), part);
        }
    }

    private static string Read(string html) => OneLine(new HtmlParser().ParseDocument(html).Body!.TextContent);

    private static string OneLine(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" [.,]|,,|[^.]\.\.[^.]")]
    private static partial Regex TwoSigns();
}
