<?php
// The few functions of WordPress that the plugin calls, near enough to run it: php wordpress.php PLUGIN shortcode|block JSON.
// What the plugin is warned of is a fault.
set_error_handler( function ( $level, $message ) { throw new ErrorException( $message ); } );
define( 'ABSPATH', '/' );
$shortcodes = array();
$filters    = array();
$scripts    = array();
$blocks     = array();
$actions    = array();

function add_shortcode( $name, $call ) { $GLOBALS['shortcodes'][ $name ] = $call; }
function add_filter( $name, $call, $priority, $count ) { $GLOBALS['filters'][ $name ] = $call; }
function add_action( $name, $call ) { $GLOBALS['actions'][ $name ] = $call; }
function wp_enqueue_script( $handle, $src, $needs, $version, $footer ) { $GLOBALS['scripts'][ $handle ] = $src; }
function wp_register_script( $handle, $src, $needs, $version, $footer ) { $GLOBALS['scripts'][ $handle ] = $src; }
function wp_add_inline_script( $handle, $text, $place ) {}
function wp_json_encode( $value ) { return json_encode( $value ); }
function register_block_type( $name, $about ) { $GLOBALS['blocks'][ $name ] = $about; }
function get_block_wrapper_attributes() { return 'class="wp-block"'; }
function plugins_url( $path, $file ) { return 'https://situs.example/plugins/' . $path; }
function shortcode_atts( $known, $given, $name ) { return array_merge( $known, array_intersect_key( (array) $given, $known ) ); }
function wp_strip_all_tags( $text ) { return trim( strip_tags( preg_replace( '@<(script|style)[^>]*?>.*?</\\1>@si', '', $text ) ) ); }
// WordPress leaves alone what is escaped already.
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false ); }
function esc_url( $url ) { return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), preg_replace( '|[^a-z0-9-~+_.?#=!&;,/:%@$\|*\'()\[\]\\x80-\\xff]|i', '', $url ) ); }

require $argv[1];
$actions['init']();

$given = json_decode( $argv[3], true );
$html  = 'block' === $argv[2] ? $blocks['cermin-koperasi/alat']['render_callback']( $given ) : $shortcodes['cermin_koperasi']( $given );
$src   = $scripts['cermin-koperasi'];
$tag   = $filters['script_loader_tag']( '<script src="' . $src . '"></script>', 'cermin-koperasi' );
echo json_encode( array( 'html' => $html, 'script' => $src, 'tag' => $tag ) );
