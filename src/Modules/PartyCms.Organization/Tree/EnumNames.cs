using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PartyCms.Organization.Tree;

/// <summary>The Chinese names that values of an enumeration carry.</summary>
internal static class EnumNames
{
    public static string DisplayName<T>(this T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? value.ToString();
}
