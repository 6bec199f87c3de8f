namespace AreaSend.FileChecks.Text;

/// <summary>
/// Excel runs a cell such as <c>=cmd|' /C calc'!A0</c> of a CSV file as a command (DDE). Other cells that begin with = or - are taken:
/// lists and figures have them, and they are data to everything that reads the file here.
/// </summary>
internal static class CommandCells
{
    private enum Place
    {
        CellStart,
        Plain,
        Formula,
        Piped,
    }

    public static void Refuse(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[64 << 10];
        var place = Place.CellStart;
        int count;
        while ((count = content.Read(buffer)) > 0)
        {
            foreach (var code in buffer.AsSpan(0, count))
            {
                place = Next(place, code);
            }
        }
    }

    private static Place Next(Place place, byte code) => ((char)code, place) switch
    {
        ('\n' or '\r' or '\t' or ',' or ';', Place.CellStart or Place.Plain) => Place.CellStart,
        ('\n' or '\r', _) => Place.CellStart,
        ('=' or '+' or '-' or '@', Place.CellStart) => Place.Formula,
        ('\0' or ' ' or '"' or '\u00EF' or '\u00BB' or '\u00BF' or '\u00FE' or '\u00FF', Place.CellStart) => Place.CellStart,
        (_, Place.CellStart) => Place.Plain,
        ('|', Place.Formula) => Place.Piped,
        ('!', Place.Piped) => throw new RefusedException(Refusals.Command),
        _ => place,
    };
}
