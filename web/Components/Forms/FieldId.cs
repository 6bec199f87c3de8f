namespace AreaSend.Web.Components.Forms;

/// <summary>The id of a form field follows from its name, so that an error can link to it: <c>Form.On.Day</c> has the id <c>Form-On-Day</c>.</summary>
internal static class FieldId
{
    public static string Of(string name) => name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
