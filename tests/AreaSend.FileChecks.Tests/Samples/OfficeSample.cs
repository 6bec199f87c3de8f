namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>The smallest Word, Excel and PowerPoint files that their programs would open, with whatever a test puts in.</summary>
internal sealed class OfficeSample
{
    private const string Formats = "application/vnd.openxmlformats-officedocument.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Slides = "http://schemas.openxmlformats.org/presentationml/2006/main";

    private readonly string _main;
    private readonly string _type;
    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly List<string> _overrides = [];
    private readonly List<string> _relations = [];
    private string _xml;

    private OfficeSample(string main, string type, string xml) => (_main, _type, _xml) = (main, type, xml);

    public static OfficeSample Docx(string body = "<w:p><w:r><w:t>Chronology</w:t></w:r></w:p>", string kind = "document.main+xml") =>
        new("word/document.xml", Formats + "wordprocessingml." + kind, $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>""");

    public static OfficeSample Pptx() =>
        new("ppt/presentation.xml", Formats + "presentationml.presentation.main+xml", $"""<p:presentation xmlns:p="{Slides}"/>""");

    public static OfficeSample Xlsx(string rows = """<row r="1"><c r="A1" t="n"><v>1</v></c></row>""", string properties = "", string? type = null) =>
        new OfficeSample(
                "xl/workbook.xml",
                type ?? Formats + "spreadsheetml.sheet.main+xml",
                $"""<workbook xmlns="{Sheet}" xmlns:r="{Relations.TrimEnd('/')}">{properties}<sheets><sheet name="List 1" sheetId="1" r:id="rId1"/></sheets></workbook>""")
            .Relation("worksheet", "worksheets/sheet1.xml")
            .Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Sheet}"><sheetData>{rows}</sheetData></worksheet>""", Formats + "spreadsheetml.worksheet+xml");

    /// <summary>Replaces the main part's XML.</summary>
    public OfficeSample Saying(string xml)
    {
        _xml = xml;
        return this;
    }

    public OfficeSample Part(string name, string content, string? type = null) => Part(name, System.Text.Encoding.UTF8.GetBytes(content), type);

    public OfficeSample Part(string name, byte[] content, string? type = null)
    {
        _parts.Add((name, content));
        if (type is not null)
        {
            _overrides.Add($"""<Override PartName="/{name}" ContentType="{type}"/>""");
        }

        return this;
    }

    /// <summary>A pointer from the main part.</summary>
    public OfficeSample Relation(string word, string target, bool isExternal = false)
    {
        _relations.Add(RelationXml(_relations.Count + 1, word, target, isExternal));
        return this;
    }

    public static string RelationsPart(string word, string target) =>
        $"""<Relationships xmlns="{Packages}relationships">{RelationXml(1, word, target, isExternal: false)}</Relationships>""";

    public byte[] ToBytes() => ToZip().ToBytes();

    public ZipSample ToZip()
    {
        var folder = _main[.._main.IndexOf('/')];
        var zip = new ZipSample()
            .Add("[Content_Types].xml", $"""
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/{_main}" ContentType="{_type}"/>{string.Concat(_overrides)}</Types>
                """)
            .Add("_rels/.rels", RelationsPart("officeDocument", _main))
            .Add(_main, _xml)
            .Add($"{folder}/_rels/{_main[(folder.Length + 1)..]}.rels", $"""<Relationships xmlns="{Packages}relationships">{string.Concat(_relations)}</Relationships>""");
        foreach (var (name, content) in _parts)
        {
            zip.Add(name, content);
        }

        return zip;
    }

    private static string RelationXml(int number, string word, string target, bool isExternal) =>
        $"""<Relationship Id="rId{number}" Type="{Relations}{word}" Target="{System.Security.SecurityElement.Escape(target)}"{(isExternal ? " TargetMode=\"External\"" : "")}/>""";
}
