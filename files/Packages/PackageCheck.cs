using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// Word, Excel and PowerPoint files since 2007: every part is inflated once, XML is read to its end, and nothing else may be a file of its own.
/// </summary>
internal sealed class PackageCheck(Stream content, IReadOnlyList<ZipEntry> entries, CheckScope scope)
{
    private const string ChartData = "package";
    private const string ChartType = "drawingml.chart";
    private const string ChartExType = "chartex";

    private static readonly (string Type, FileKind Kind)[] MainTypes =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind.Docx),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.Xlsx),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.Pptx),
    ];

    private readonly PartWatch _watch = new(scope.Limits);
    private readonly HashSet<string> _chartWorkbooks = new(StringComparer.OrdinalIgnoreCase);

    public FileKind Kind()
    {
        var types = ReadTypes();
        foreach (var type in types.All)
        {
            RefusedTypes.RequireContentType(type);
        }

        var kind = MainKind(types);
        foreach (var entry in entries.Where(entry => Relationship.IsPart(entry.Name)))
        {
            CheckRelationships(entry, types);
        }

        foreach (var entry in entries.Where(entry => !Relationship.IsPart(entry.Name) && entry.Name != ContentTypes.PartName))
        {
            CheckPart(entry, types);
        }

        return kind;
    }

    private ContentTypes ReadTypes()
    {
        using var part = Open(entries.First(entry => entry.Name == ContentTypes.PartName));
        return ContentTypes.Read(part);
    }

    private static FileKind MainKind(ContentTypes types)
    {
        var kinds = MainTypes.Where(main => types.All.Contains(main.Type, StringComparer.OrdinalIgnoreCase)).ToList();
        return kinds switch
        {
            [var (_, kind)] => kind,
            [] => throw new RefusedException(Refusals.OtherOfficeKind),
            _ => throw new RefusedException(Refusals.TwoKinds),
        };
    }

    private void CheckRelationships(ZipEntry entry, ContentTypes types)
    {
        using var part = Open(entry);
        foreach (var relationship in Relationship.Read(entry.Name, part))
        {
            RelationshipCheck.Require(relationship);
            if (relationship is { Word: ChartData, IsExternal: false })
            {
                RequireChart(relationship, types);
                _chartWorkbooks.Add(relationship.TargetPart());
            }
        }
    }

    /// <summary>A chart in a document or presentation carries the workbook it was drawn from. Any other embedded file is refused.</summary>
    private static void RequireChart(Relationship relationship, ContentTypes types)
    {
        var source = types.Of(relationship.Source);
        if (!source.Contains(ChartType, StringComparison.OrdinalIgnoreCase) && !source.Contains(ChartExType, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(Refusals.EmbeddedObject);
        }
    }

    private void CheckPart(ZipEntry entry, ContentTypes types)
    {
        RefusedTypes.RequirePlace("/" + entry.Name);
        using var part = Open(entry);
        if (_chartWorkbooks.Contains(entry.Name))
        {
            RequireWorkbook(part);
        }
        else if (IsXml(entry.Name, types))
        {
            _watch.BeginPart();
            PartXml.Walk(part, _watch.Take);
            _watch.EndPart();
        }
        else if (entry.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase))
        {
            VmlCheck.Require(part);
        }
        else
        {
            EmbeddedFiles.Refuse(part.Start);
            part.Finish();
        }
    }

    private void RequireWorkbook(EntryStream part)
    {
        if (InnerDocument.KindOf(part, scope) != FileKind.Xlsx)
        {
            throw new RefusedException(Refusals.EmbeddedObject);
        }
    }

    /// <summary>Drawings in VML are not always well-formed; Word and Excel read them all the same.</summary>
    private static bool IsXml(string name, ContentTypes types) =>
        !name.EndsWith('/')
        && !name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)
        && (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || types.Of(name).EndsWith("xml", StringComparison.OrdinalIgnoreCase));

    private EntryStream Open(ZipEntry entry) => new(content, entry, scope);
}
