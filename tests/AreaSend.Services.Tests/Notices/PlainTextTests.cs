using AreaSend.Services.Notices;

namespace AreaSend.Services.Tests.Notices;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<h1>A heading</h1><p>A  line\n of text.</p>", "A heading\n=========\n\nA line of text.\n")]
    [InlineData("<h2>Next</h2>", "Next\n----\n")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "- one\n- two\n")]
    [InlineData("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two\n")]
    [InlineData("<p>See <a href=\"https://example.org/a\">the report</a>.</p>", "See the report <https://example.org/a>.\n")]
    [InlineData("<p><a href=\"https://example.org/a\">https://example.org/a</a></p>", "https://example.org/a\n")]
    [InlineData("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c\n")]
    [InlineData("<p>one <strong>two</strong> three</p><p> </p>", "one two three\n")]
    [InlineData("<table><caption>Dates</caption><tbody><tr><th>Draft</th><td>Monday</td></tr></tbody></table>", "Dates:\n- Draft: Monday\n")]
    [InlineData("<table><thead><tr><th>What</th><th>Old date</th><th>New date</th></tr></thead><tbody><tr><th>Draft</th><td>Monday</td><td>Friday</td></tr></tbody></table>", "- Draft: old date Monday, new date Friday\n")]
    [InlineData("<table role=\"presentation\"><tbody><tr><td><p>inside</p></td></tr></tbody></table>", "inside\n")]
    public void Of_AFragment_ReadsAsWritten(string html, string expected) => Assert.Equal(expected, PlainText.Of(html));
}
