using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Accounts.Pages.Account;

/// <summary>Sign-in. It says the same for an unknown name and a wrong password, so that names cannot be tried out.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class LoginModel(SignInManager<Accounts.Account> signIn, CmsDbContext db, AuditLog audit) : PageModel
{
    [BindProperty]
    [Display(Name = "用户名")]
    [Required]
    [StringLength(256)]
    public string UserName { get; set; } = "";

    [BindProperty]
    [Display(Name = "密码")]
    [Required]
    [StringLength(256)]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(UserName, Password, isPersistent: true, lockoutOnFailure: true);
        audit.Add(result.Succeeded ? "account.signed-in" : "account.sign-in-refused", null, UserName);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        if (result.Succeeded)
        {
            return GoOn();
        }

        ModelState.AddModelError("", result.IsLockedOut
            ? "密码错误次数太多,账号已锁定 15 分钟。请稍后再试,或联系管理员。"
            : "用户名或密码不对,请检查后再试。");
        return Page();
    }

    private LocalRedirectResult GoOn() => LocalRedirect(LocalAddress.IsLocal(Return) ? Return! : "/me");
}
